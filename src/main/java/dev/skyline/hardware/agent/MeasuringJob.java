package dev.skyline.hardware.agent;

import dev.skyline.hardware.LatencyReport;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A model that waits to be measured, is being measured, or was. Asking for the same again finds the same job, and what
 * was reported on it unless somebody has had that already.
 *
 * @param handouts how often an agent was given it since it was last asked for anew
 * @param lease of the agent that has it, or reported on it last
 * @param reports one of a steady run, or those of unsteady ones
 * @param code why it could not be measured, upper camel; empty where it could or that is open
 * @param message the same for people
 * @param collected whether somebody has had the result
 * @param wantedUntil when whoever asked for it must have said again that it still waits
 */
public record MeasuringJob(
        UUID id,
        MeasuringOrder order,
        State state,
        int handouts,
        Optional<Lease> lease,
        List<AgentReport> reports,
        String code,
        String message,
        boolean collected,
        Instant wantedUntil) {

    /** A run that did not settle is repeated this often before it is taken for what it is. */
    static final int MOST_RUNS = 3;

    /** A model that takes its agent down this often is at fault itself. */
    static final int MOST_LOSSES = 5;

    /** How far a job is. */
    public enum State {
        WAITING,
        LEASED,
        DONE,
        FAILED;

        boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }

    public MeasuringJob {
        reports = List.copyOf(reports);
    }

    /** A new one. */
    public static MeasuringJob asked(UUID id, MeasuringOrder order, Instant wantedUntil) {
        return new MeasuringJob(id, order, State.WAITING, 0, Optional.empty(), List.of(), "", "", false, wantedUntil);
    }

    /** Whether somebody who asks now gets a new measurement rather than what is there. */
    public boolean isSpent() {
        return state == State.FAILED || collected;
    }

    /** When somebody asks for the same. */
    public MeasuringJob askedAgain(Instant until) {
        return isSpent() ? asked(id, order, until) : wanted(until);
    }

    /** While somebody waits for it. */
    MeasuringJob wanted(Instant until) {
        return new MeasuringJob(
                id,
                order,
                state,
                handouts,
                lease,
                reports,
                code,
                message,
                collected,
                until.isAfter(wantedUntil) ? until : wantedUntil);
    }

    /** Whether an agent may be given it now. */
    public boolean isFree(Instant now) {
        return wantedUntil.isAfter(now)
                && (state == State.WAITING
                        || state == State.LEASED && lease.orElseThrow().isOver(now));
    }

    /** Given to an agent; fails instead where agents have been lost over it too often. */
    MeasuringJob handedOut(Lease to) {
        return handouts - reports.size() >= MOST_LOSSES
                ? ended(
                        State.FAILED,
                        lease,
                        "MeasurementLost",
                        "agents were given the model " + handouts + " times and did not report on it")
                : new MeasuringJob(
                        id, order, State.LEASED, handouts + 1, Optional.of(to), reports, "", "", false, wantedUntil);
    }

    /** Its agent lives. Changes nothing where the agent has it no more. */
    MeasuringJob renewed(UUID by, Instant now) {
        return isHeld(by, now) ? with(state, lease.map(held -> held.renewed(now)), reports) : this;
    }

    /** Whether the holder of a lease still has the job. */
    boolean isHeld(UUID by, Instant now) {
        return state == State.LEASED
                && lease.filter(held -> held.id().equals(by) && !held.isOver(now))
                        .isPresent();
    }

    /** Taken from its agent, which is known to have it no more. */
    public MeasuringJob released() {
        return state == State.LEASED ? with(State.WAITING, Optional.empty(), reports) : this;
    }

    /**
     * An agent reports. What it has reported already changes nothing.
     *
     * @throws AgentRefused where the agent has the job no more
     * @throws InvalidReport where this cannot be
     */
    MeasuringJob reported(UUID by, AgentReport report, Instant now) {
        if (isRepetition(by, report)) {
            return this;
        }
        requireHeld(by, now);
        report.fitting(order.terms());
        if (report.latency().steady()) {
            return with(State.DONE, lease, List.of(report));
        }
        List<AgentReport> all =
                Stream.concat(reports.stream(), Stream.of(report)).toList();
        return with(all.size() < MOST_RUNS ? State.WAITING : State.DONE, lease, all);
    }

    private boolean isRepetition(UUID by, AgentReport report) {
        return (state == State.DONE || state == State.WAITING)
                && lease.filter(last -> last.id().equals(by)).isPresent()
                && !reports.isEmpty()
                && reports.get(reports.size() - 1).equals(report);
    }

    /**
     * An agent reports that it could not measure. What it has reported already changes nothing.
     *
     * @throws AgentRefused where the agent has the job no more
     */
    MeasuringJob failed(UUID by, String why, String forPeople, Instant now) {
        boolean repetition = state == State.FAILED
                && lease.filter(last -> last.id().equals(by)).isPresent()
                && code.equals(why);
        if (repetition) {
            return this;
        }
        requireHeld(by, now);
        return ended(State.FAILED, lease, why, forPeople);
    }

    /** Somebody has had the result. */
    public MeasuringJob taken() {
        return new MeasuringJob(
                id, order, state, handouts, lease, reports, code, message, state == State.DONE, wantedUntil);
    }

    /** The report of a job that is done: of the steady run, or of the calmest one. */
    public Optional<LatencyReport> result() {
        return state == State.DONE
                ? reports.stream()
                        .map(AgentReport::latency)
                        .min(Comparator.comparing(LatencyReport::steady)
                                .reversed()
                                .thenComparing(LatencyReport::spread))
                : Optional.empty();
    }

    /** Whether the agent is to measure again. */
    public boolean isRepeated() {
        return state == State.WAITING && !reports.isEmpty();
    }

    void requireHeld(UUID by, Instant now) {
        if (!isHeld(by, now)) {
            throw new AgentRefused(
                    "the lease " + by + " of job " + id + " has lapsed, or is of another job; ask for the next job");
        }
    }

    private MeasuringJob with(State next, Optional<Lease> by, List<AgentReport> known) {
        return new MeasuringJob(id, order, next, handouts, by, known, code, message, collected, wantedUntil);
    }

    private MeasuringJob ended(State how, Optional<Lease> by, String why, String forPeople) {
        return new MeasuringJob(id, order, how, handouts, by, reports, why, forPeople, false, wantedUntil);
    }
}
