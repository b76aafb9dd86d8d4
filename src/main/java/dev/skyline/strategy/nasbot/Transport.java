package dev.skyline.strategy.nasbot;

import java.util.Arrays;

/**
 * Least cost of moving what rows supply to columns that demand as much, by shortest augmenting paths with potentials
 * (Edmonds and Karp 1972; the Hungarian method where all amounts are one).
 */
final class Transport {

    /** Relative to the amount moved in all: below, nothing is left. */
    private static final double NOTHING = 1e-12;

    private final double[] supply;
    private final double[] demand;
    private final double[][] cost;
    private final double nothing;
    private final double[][] flow;
    private final double[] u;
    private final double[] v;
    private final double[] distance;
    private final int[] cameFromRow;
    private final boolean[] isSettled;
    private final double[] rowDistance;
    private final int[] cameFromColumn;

    private Transport(double[] supply, double[] demand, double[][] cost) {
        int rows = supply.length;
        int columns = demand.length;
        this.supply = supply.clone();
        this.demand = demand.clone();
        this.cost = cost;
        this.nothing = NOTHING * Arrays.stream(supply).sum();
        this.flow = new double[rows][columns];
        this.u = new double[rows];
        this.v = new double[columns];
        this.distance = new double[columns];
        this.cameFromRow = new int[columns];
        this.isSettled = new boolean[columns];
        this.rowDistance = new double[rows];
        this.cameFromColumn = new int[rows];
    }

    /**
     * O(rows × columns) for each augmenting path, of which there are mostly about rows + columns.
     *
     * @param supply not negative, with the sum of {@code demand}
     * @param cost not negative, of one unit from a row to a column
     */
    static double cost(double[] supply, double[] demand, double[][] cost) {
        Transport transport = new Transport(supply, demand, cost);
        for (int row = 0; row < supply.length; row++) {
            while (transport.supply[row] > transport.nothing && transport.augment(row)) {
                continue;
            }
        }
        double sum = 0;
        for (int row = 0; row < supply.length; row++) {
            for (int column = 0; column < demand.length; column++) {
                sum += transport.flow[row][column] * cost[row][column];
            }
        }
        return sum;
    }

    /** Moves as much as one path from the row takes; false where all demand is met but for rounding. */
    private boolean augment(int row) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(isSettled, false);
        Arrays.fill(rowDistance, Double.POSITIVE_INFINITY);
        rowDistance[row] = 0;
        cameFromColumn[row] = -1;
        relax(row);
        for (int column = closest(); column >= 0; column = closest()) {
            isSettled[column] = true;
            if (demand[column] > nothing) {
                shiftPotentials(distance[column]);
                push(row, column);
                return true;
            }
            for (int giver = 0; giver < flow.length; giver++) {
                if (flow[giver][column] > nothing && rowDistance[giver] == Double.POSITIVE_INFINITY) {
                    rowDistance[giver] = distance[column];
                    cameFromColumn[giver] = column;
                    relax(giver);
                }
            }
        }
        return false;
    }

    private void relax(int row) {
        double[] costs = cost[row];
        double base = rowDistance[row] - u[row];
        for (int column = 0; column < costs.length; column++) {
            double length = base + costs[column] - v[column];
            if (!isSettled[column] && length < distance[column]) {
                distance[column] = length;
                cameFromRow[column] = row;
            }
        }
    }

    private int closest() {
        int best = -1;
        for (int column = 0; column < distance.length; column++) {
            if (!isSettled[column] && (best < 0 || distance[column] < distance[best])) {
                best = column;
            }
        }
        return best;
    }

    /** So that no reduced cost becomes negative, and those along the path become zero. */
    private void shiftPotentials(double end) {
        for (int row = 0; row < u.length; row++) {
            if (rowDistance[row] < end) {
                u[row] += end - rowDistance[row];
            }
        }
        for (int column = 0; column < v.length; column++) {
            if (isSettled[column]) {
                v[column] -= end - distance[column];
            }
        }
    }

    private void push(int row, int end) {
        double amount = Math.min(supply[row], demand[end]);
        for (int giver = cameFromRow[end]; giver != row; giver = cameFromRow[cameFromColumn[giver]]) {
            amount = Math.min(amount, flow[giver][cameFromColumn[giver]]);
        }
        supply[row] -= amount;
        demand[end] -= amount;
        int column = end;
        for (int giver = cameFromRow[column]; giver != row; giver = cameFromRow[column]) {
            flow[giver][column] += amount;
            column = cameFromColumn[giver];
            flow[giver][column] -= amount;
        }
        flow[row][column] += amount;
    }
}
