package dev.skyline.search;

import dev.skyline.hardware.CalibrationItem;
import dev.skyline.hardware.CalibrationItem.Timing;
import dev.skyline.hardware.predictor.Architectures;
import dev.skyline.hardware.predictor.FewShot;
import dev.skyline.hardware.predictor.LatencyModel;
import dev.skyline.hardware.predictor.Picks;
import dev.skyline.hardware.predictor.PredictorData;
import dev.skyline.hardware.predictor.PredictorSettings;
import dev.skyline.network.Network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures architectures that a predictor learns from: random ones, or a telling few beside known devices. */
final class PredictorCalibrator implements Calibrator {

    private final PredictorSettings settings;
    private final Architectures space;
    private final PredictorData data;

    /** @param data what is known already */
    PredictorCalibrator(PredictorSettings settings, Architectures space, PredictorData data) {
        this.settings = settings;
        this.space = space;
        this.data = data;
    }

    @Override
    public List<String> subjects() {
        return Picks.of(settings, data, space).stream()
                .filter(pick -> !data.measured().containsKey(pick))
                .toList();
    }

    @Override
    public Network network(String subject) {
        return space.decode(subject);
    }

    @Override
    public int least() {
        int needed = data.devices().isEmpty() ? LatencyModel.LEAST : FewShot.LEAST;
        return Math.max(1, needed - data.measured().size());
    }

    @Override
    public String document(List<CalibrationItem> measured) {
        Map<String, Double> latencies = new LinkedHashMap<>();
        measured.forEach(item -> item.timing().map(Timing::millis).ifPresent(ms -> latencies.put(item.subject(), ms)));
        return data.with(latencies).write();
    }
}
