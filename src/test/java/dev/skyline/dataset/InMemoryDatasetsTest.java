package dev.skyline.dataset;

class InMemoryDatasetsTest extends DatasetsContract {

    private final Datasets datasets = new InMemoryDatasets();

    @Override
    protected Datasets datasets() {
        return datasets;
    }
}
