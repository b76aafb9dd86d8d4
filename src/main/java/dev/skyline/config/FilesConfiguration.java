package dev.skyline.config;

import dev.skyline.api.trial.ModelFiles;
import dev.skyline.benchmark.BenchmarkFiles;
import dev.skyline.benchmark.BenchmarkLimits;
import dev.skyline.benchmark.BenchmarkTables;
import dev.skyline.benchmark.Benchmarks;
import dev.skyline.benchmark.BundledBenchmark;
import dev.skyline.benchmark.DeleteBenchmark;
import dev.skyline.benchmark.ImportBenchmark;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.DeleteDataset;
import dev.skyline.dataset.importing.Digits;
import dev.skyline.dataset.importing.ImportDataset;
import dev.skyline.dataset.importing.ImportLimits;
import dev.skyline.execution.BaselineFiles;
import dev.skyline.execution.TrainedModels;
import dev.skyline.persistence.DataDirectory;
import dev.skyline.space.Spaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.time.Clock;

/** What lies as files in the data directory: data sets, with the way in and the way out, and trained models. */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    @Bean
    DatasetFiles datasetFiles(DataDirectory directory) throws IOException {
        return new DatasetFiles(directory.path());
    }

    @Bean
    ImportDataset importDataset(Datasets datasets, DatasetFiles files, Clock clock) {
        return new ImportDataset(datasets, files, ImportLimits.DEFAULT, clock);
    }

    @Bean
    DeleteDataset deleteDataset(Datasets datasets, DatasetFiles files) {
        return new DeleteDataset(datasets, files);
    }

    @Bean
    BenchmarkFiles benchmarkFiles(DataDirectory directory) throws IOException {
        return new BenchmarkFiles(directory.path());
    }

    @Bean
    BenchmarkTables benchmarkTables(Benchmarks benchmarks, BenchmarkFiles files) {
        return new BenchmarkTables(benchmarks, files, Spaces.plugins());
    }

    @Bean
    ImportBenchmark importBenchmark(Benchmarks benchmarks, BenchmarkFiles files, BenchmarkTables tables, Clock clock) {
        return new ImportBenchmark(benchmarks, files, tables, BenchmarkLimits.DEFAULT, clock);
    }

    @Bean
    BundledBenchmark bundledBenchmark(Benchmarks benchmarks, BenchmarkFiles files, ImportBenchmark imports) {
        return new BundledBenchmark(benchmarks, files, imports);
    }

    @Bean
    DeleteBenchmark deleteBenchmark(Benchmarks benchmarks, BenchmarkFiles files) {
        return new DeleteBenchmark(benchmarks, files);
    }

    @Bean
    Digits digits(Datasets datasets, DatasetFiles files, ImportDataset importing) {
        return new Digits(datasets, files, importing);
    }

    @Bean
    TrainedModels trainedModels(DataDirectory directory) {
        return new TrainedModels(directory.path());
    }

    @Bean
    BaselineFiles baselineFiles(DataDirectory directory) throws IOException {
        return new BaselineFiles(directory.path());
    }

    @Bean
    ModelFiles modelFiles(TrainedModels models) {
        return models::find;
    }
}
