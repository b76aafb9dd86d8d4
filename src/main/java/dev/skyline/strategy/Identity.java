package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;

/** What makes two architectures the same to a search: the one's result is then the other's. */
public enum Identity {

    /** That they compute the same function, as isomorphic cells do. */
    FUNCTION {
        @Override
        public Object of(Architecture architecture) {
            return architecture.id();
        }
    },

    /** That they are written alike: in a table each row has results of its own, those of isomorphic cells too. */
    TEXT {
        @Override
        public Object of(Architecture architecture) {
            return architecture.text();
        }
    };

    /** Equal for those that are the same, and for no others. */
    public abstract Object of(Architecture architecture);
}
