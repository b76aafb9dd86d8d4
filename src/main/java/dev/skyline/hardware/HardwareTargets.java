package dev.skyline.hardware;

import java.util.List;
import java.util.Optional;

/** The hardware targets that there are, by name. Every method is one transaction, or joins the caller's. */
public interface HardwareTargets {

    /** @return false where there is one of this name already; nothing changes then */
    boolean add(HardwareTargetSpec target);

    Optional<HardwareTargetSpec> find(String name);

    /** All, by name. */
    List<HardwareTargetSpec> list();

    /** Keeps data and state of the target of this name; does nothing where there is none. */
    void update(HardwareTargetSpec target);

    void delete(String name);
}
