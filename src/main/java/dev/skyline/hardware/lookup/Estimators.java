package dev.skyline.hardware.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Estimators by type of operator. A type of which no row costs anything is estimated from all rows that do: a guess, whose
 * interval shows it.
 */
final class Estimators {

    private final Map<String, Estimator> byType = new HashMap<>();
    private final Optional<Estimator> ofAll;

    /** O(rows). */
    Estimators(LookupTable table, Missing missing) {
        Map<String, List<Map.Entry<OperatorKey, LookupRow>>> rows = new HashMap<>();
        List<Map.Entry<OperatorKey, LookupRow>> all = new ArrayList<>();
        if (missing != Missing.REFUSE) {
            for (Map.Entry<OperatorKey, LookupRow> row : table.rows().entrySet()) {
                if (row.getValue().ms() > 0) {
                    all.add(row);
                    rows.computeIfAbsent(row.getKey().type(), type -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        rows.forEach((type, some) -> byType.put(type, estimator(Samples.of(some), missing)));
        ofAll = all.isEmpty() ? Optional.empty() : Optional.of(estimator(Samples.of(all), missing));
    }

    Optional<Estimate> estimate(OperatorKey key) {
        return Optional.ofNullable(byType.get(key.type())).or(() -> ofAll).map(estimator -> estimator.estimate(key));
    }

    private static Estimator estimator(Samples samples, Missing missing) {
        return missing == Missing.REGRESSION && samples.size() >= OperatorRegression.LEAST_ROWS
                ? new OperatorRegression(samples)
                : new NearestOperator(samples);
    }
}
