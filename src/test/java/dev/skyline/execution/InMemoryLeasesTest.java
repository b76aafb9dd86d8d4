package dev.skyline.execution;

class InMemoryLeasesTest extends LeasesContract {

    private final InMemoryLeases leases = new InMemoryLeases();

    @Override
    protected Leases leases() {
        return leases;
    }
}
