package dev.skyline.strategy.fidelity;

import dev.skyline.space.SearchSpace;

import java.util.List;

class BohbTest extends EffortTest {

    @Override
    protected String id() {
        return "bohb";
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of(SearchSpace.Encodable.class);
    }

    @Override
    protected boolean learns() {
        return true;
    }
}
