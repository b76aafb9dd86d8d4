package dev.skyline.space;

class InMemoryStoredSpacesTest extends StoredSpacesContract {

    private final StoredSpaces spaces = new InMemoryStoredSpaces();

    @Override
    protected StoredSpaces spaces() {
        return spaces;
    }
}
