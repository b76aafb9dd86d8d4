package dev.skyline.trainer;

import dev.skyline.export.Agreement;
import dev.skyline.export.ExportFailed;
import dev.skyline.export.ExportOrder;
import dev.skyline.export.ModelWorkshop;
import dev.skyline.network.NetworkDocument;
import dev.skyline.trainer.protocol.Command;

import java.nio.file.Path;

/**
 * Exports in a child process that ends with the export. The proof runs native code of two libraries: a crash of theirs
 * costs one download and not the service, and their memory, 300 MB, is given back at once. It needs no slot of the
 * trainings, which may all be taken for hours. The price is the start of a process, two seconds.
 */
public final class ExportWorkshop implements ModelWorkshop, AutoCloseable {

    private final TrainerPool pool;
    private final Path dataDirectory;

    /**
     * @param settings of the trainings, whose bounds on memory hold here too
     * @param gate of the machine
     * @param dataDirectory of the service, in which data sets lie
     */
    public ExportWorkshop(TrainerSettings settings, MeasurementGate gate, Path dataDirectory) {
        this(new TrainerPool(settings.forExports(), gate), dataDirectory);
    }

    ExportWorkshop(TrainerPool pool, Path dataDirectory) {
        this.pool = pool;
        this.dataDirectory = dataDirectory.toAbsolutePath();
    }

    @Override
    public Agreement make(ExportOrder order, Path folder) throws InterruptedException {
        Command.Export job = new Command.Export(
                order.model().toAbsolutePath(),
                NetworkDocument.write(order.network()),
                order.dataset(),
                order.fold(),
                order.metadata(),
                order.className(),
                dataDirectory,
                folder.toAbsolutePath());
        try {
            return pool.export(job).agreement();
        } catch (JobFailed e) {
            throw new ExportFailed(e.code(), e.getMessage());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
