package dev.skyline.api.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.UUID;

/** Faults of the service: told to the log in full, to the client by reference. */
final class InternalFailure {

    private static final Logger LOG = LoggerFactory.getLogger(InternalFailure.class);

    private InternalFailure() {}

    static ProblemException log(Throwable failure, String method, String uri) {
        String reference = UUID.randomUUID().toString();
        LOG.error("{} {} failed, reference {}", method, uri, reference, failure);
        return new ProblemException(
                ProblemType.INTERNAL, "the service failed to answer; its log says more under reference " + reference);
    }
}
