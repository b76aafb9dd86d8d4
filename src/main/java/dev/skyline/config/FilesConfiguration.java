package dev.skyline.config;

import dev.skyline.api.trial.ModelFiles;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.DeleteDataset;
import dev.skyline.dataset.importing.Digits;
import dev.skyline.dataset.importing.ImportDataset;
import dev.skyline.dataset.importing.ImportLimits;
import dev.skyline.execution.BaselineFiles;
import dev.skyline.execution.TrainedModels;
import dev.skyline.persistence.DataDirectory;
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
