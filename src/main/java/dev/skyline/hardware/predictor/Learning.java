package dev.skyline.hardware.predictor;

import dev.skyline.hardware.DataTable;
import dev.skyline.network.Network;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Chooses how a device is learned: from networks, from devices that are known, or whichever tells more. */
public final class Learning {

    /** From more measurements than this, known devices add nothing. */
    private static final int MOST_TO_TRANSFER = 300;

    private Learning() {}

    /** Whether a predictor can be learned; else architectures must be measured first. */
    public static boolean isPossible(PredictorData data) {
        int measured = data.measured().size();
        return measured >= LatencyModel.LEAST
                || measured >= FewShot.LEAST && !data.devices().isEmpty();
    }

    /**
     * Refuses what no predictor can be learned from.
     *
     * @throws dev.skyline.plugin.InvalidSettings where the data do not suffice
     */
    static void require(PredictorData data) {
        if (!isPossible(data)) {
            throw DataTable.fault(String.format(
                    "has latencies of %d architectures on this device; a predictor needs %d, or %d beside those of other"
                            + " devices",
                    data.measured().size(), LatencyModel.LEAST, FewShot.LEAST));
        }
        if (!data.devices().isEmpty()) {
            references(
                    data,
                    architecture -> {
                        throw new IllegalStateException("nothing is predicted yet");
                    },
                    0);
        }
    }

    /**
     * Seconds, for hundreds of measurements.
     *
     * @throws dev.skyline.plugin.InvalidSettings where the data do not suffice
     */
    static LatencyPredictor learn(PredictorData data, Function<String, Network> decode, long seed) {
        int measured = data.measured().size();
        require(data);
        boolean transfer = !data.devices().isEmpty() && measured <= MOST_TO_TRANSFER;
        Stream<LatencyPredictor> alone = measured < LatencyModel.LEAST
                ? Stream.empty()
                : Stream.of(LatencyModel.fit(networks(data.measured(), decode), seed));
        Stream<LatencyPredictor> transferred =
                transfer ? Stream.of(FewShot.fit(references(data, decode, seed), data.measured())) : Stream.empty();
        return Stream.concat(alone, transferred)
                .min(Comparator.comparing(Learning::loss))
                .orElseThrow();
    }

    /**
     * The devices that the data knows beside the one to predict.
     *
     * @throws dev.skyline.plugin.InvalidSettings where one is known for too few architectures
     */
    public static References references(PredictorData data, Function<String, Network> decode, long seed) {
        try {
            return new References(data.devices(), data.latencies(), decode, seed);
        } catch (IllegalArgumentException e) {
            throw DataTable.fault(e.getMessage());
        }
    }

    private static List<MeasuredNetwork> networks(Map<String, Double> measured, Function<String, Network> decode) {
        return measured.entrySet().stream()
                .map(each -> new MeasuredNetwork(each.getKey(), decode.apply(each.getKey()), each.getValue()))
                .toList();
    }

    private static double loss(LatencyPredictor predictor) {
        List<Report.Pair> pairs = predictor.report().pairs();
        Loss loss = new Loss(pairs.stream().mapToDouble(Report.Pair::measured).toArray());
        return loss.of(
                pairs.stream().mapToDouble(pair -> pair.predicted().millis()).toArray());
    }
}
