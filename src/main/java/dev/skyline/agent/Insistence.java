package dev.skyline.agent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** Tries a call until the service answers: it may be restarting, or the network away. */
final class Insistence {

    private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);
    private static final long LONGEST_PAUSE_MILLIS = 15_000;

    private final long firstPauseMillis;

    /** @param firstPauseMillis doubled after each try */
    Insistence(long firstPauseMillis) {
        this.firstPauseMillis = firstPauseMillis;
    }

    /** A call of the service. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws IOException, InterruptedException, ServiceRefusal;
    }

    /**
     * @throws ServiceRefusal where the service answers that it will not
     * @throws AgentUnwanted where it does not know the token
     */
    <T> T insist(Call<T> call) throws InterruptedException, ServiceRefusal {
        long pause = firstPauseMillis;
        while (true) {
            try {
                T answer = call.make();
                if (pause > firstPauseMillis) {
                    LOG.info("The service answers again");
                }
                return answer;
            } catch (ServiceRefusal e) {
                if (e.isUnauthorized()) {
                    throw new AgentUnwanted("the service does not take the token: " + e.getMessage());
                }
                throw e;
            } catch (IOException e) {
                LOG.warn("The service does not answer ({}); trying again in {} s", e.toString(), pause / 1000.0);
                Thread.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }
}
