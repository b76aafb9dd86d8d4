package dev.skyline.hardware.lookup;

import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ridge regression of the logarithm of ms on those of operations and moved values. The error is that of leaving each row
 * out, and grows away from the rows: deviation² = σ² (1 + xᵀ (XᵀX + λI)⁻¹ x).
 */
final class OperatorRegression implements Estimator {

    /** With fewer rows three coefficients would follow the noise. */
    static final int LEAST_ROWS = 6;

    /** In units of a row: enough where rows differ in one direction only. */
    private static final double RIDGE = 0.05;

    private final double[] centre = new double[Samples.FEATURES];
    private final double[] scale = new double[Samples.FEATURES];
    private final RealMatrix inverse;
    private final double[] weights;
    private final double deviation;

    /** O(rows). */
    OperatorRegression(Samples samples) {
        standardise(samples);
        int terms = Samples.FEATURES + 1;
        RealMatrix gram = MatrixUtils.createRealMatrix(terms, terms);
        double[] moments = new double[terms];
        for (int row = 0; row < samples.size(); row++) {
            double[] x = design(samples.x()[row]);
            for (int i = 0; i < terms; i++) {
                moments[i] += x[i] * samples.y()[row];
                for (int j = 0; j < terms; j++) {
                    gram.addToEntry(i, j, x[i] * x[j]);
                }
            }
        }
        for (int i = 1; i < terms; i++) {
            gram.addToEntry(i, i, RIDGE);
        }
        this.inverse = new LUDecomposition(gram).getSolver().getInverse();
        this.weights = inverse.operate(moments);
        this.deviation = leaveOneOut(samples);
    }

    @Override
    public Estimate estimate(OperatorKey key) {
        double[] x = design(Samples.features(key));
        return Estimate.ofLogarithm(Math.exp(dot(weights, x)), deviation * Math.sqrt(1 + leverage(x)));
    }

    private void standardise(Samples samples) {
        for (int i = 0; i < centre.length; i++) {
            double sum = 0;
            double squares = 0;
            for (double[] x : samples.x()) {
                sum += x[i];
                squares += x[i] * x[i];
            }
            centre[i] = sum / samples.size();
            double variance = squares / samples.size() - centre[i] * centre[i];
            scale[i] = variance > 1e-9 ? Math.sqrt(variance) : 1;
        }
    }

    private double[] design(double[] features) {
        double[] x = new double[features.length + 1];
        x[0] = 1;
        for (int i = 0; i < features.length; i++) {
            x[i + 1] = (features[i] - centre[i]) / scale[i];
        }
        return x;
    }

    private double leaveOneOut(Samples samples) {
        double sum = 0;
        for (int row = 0; row < samples.size(); row++) {
            double[] x = design(samples.x()[row]);
            double error = (samples.y()[row] - dot(weights, x)) / Math.max(1 - leverage(x), 1e-3);
            sum += error * error;
        }
        return Math.sqrt(sum / samples.size());
    }

    private double leverage(double[] x) {
        return dot(inverse.operate(x), x);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
