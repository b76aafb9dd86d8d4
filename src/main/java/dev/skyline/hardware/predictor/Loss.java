package dev.skyline.hardware.predictor;

/** How far predictions are off: relative to the latency, but not where that is next to nothing. */
record Loss(double[] measured, double typical) {

    Loss(double[] measured) {
        this(measured, Numbers.median(measured));
    }

    double of(double[] predicted) {
        double loss = 0;
        for (int i = 0; i < measured.length; i++) {
            loss += Math.abs(predicted[i] - measured[i]) / (measured[i] + typical);
        }
        return Double.isFinite(loss) ? loss / measured.length : Double.MAX_VALUE;
    }
}
