package dev.skyline.dl4j.layer;

/**
 * Activation functions made of pieces, and their slopes. Where a value lies is told by arithmetic, not by branches: so
 * the loops become vector instructions. At a bend itself the slope is that of the lower piece or a mean.
 */
enum Bend {
    RELU6 {
        @Override
        void values(float[] x, int size) {
            for (int i = 0; i < size; i++) {
                x[i] = Math.min(Math.max(x[i], 0), 6);
            }
        }

        @Override
        void slopes(float[] x, int size) {
            for (int i = 0; i < size; i++) {
                x[i] = positive(x[i]) * positive(6 - x[i]);
            }
        }
    },

    LEAKY_RELU {
        @Override
        void values(float[] x, int size) {
            for (int i = 0; i < size; i++) {
                x[i] = Math.max(x[i], 0.01f * x[i]);
            }
        }

        @Override
        void slopes(float[] x, int size) {
            for (int i = 0; i < size; i++) {
                x[i] = 0.01f + 0.99f * positive(x[i]);
            }
        }
    },

    HARD_SIGMOID {
        @Override
        void values(float[] x, int size) {
            for (int i = 0; i < size; i++) {
                x[i] = hardSigmoid(x[i]);
            }
        }

        @Override
        void slopes(float[] x, int size) {
            for (int i = 0; i < size; i++) {
                x[i] = positive(x[i] + 3) * positive(3 - x[i]) / 6;
            }
        }
    },

    HARD_SWISH {
        @Override
        void values(float[] x, int size) {
            for (int i = 0; i < size; i++) {
                x[i] *= hardSigmoid(x[i]);
            }
        }

        @Override
        void slopes(float[] x, int size) {
            for (int i = 0; i < size; i++) {
                x[i] = hardSigmoid(x[i]) + x[i] * positive(x[i] + 3) * positive(3 - x[i]) / 6;
            }
        }
    };

    /** The function of each value, in its place. */
    abstract void values(float[] x, int size);

    /** The slope at each value, in its place. */
    abstract void slopes(float[] x, int size);

    private static float hardSigmoid(float x) {
        return Math.min(Math.max(x / 6 + 0.5f, 0), 1);
    }

    /** 1 where x is positive, 0 elsewhere. */
    private static float positive(float x) {
        return Math.min(Math.max(x * Float.MAX_VALUE, 0), 1);
    }
}
