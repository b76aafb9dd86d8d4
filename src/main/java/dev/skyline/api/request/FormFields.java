package dev.skyline.api.request;

import dev.skyline.api.problem.ProblemException;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The text fields of an upload's form; {@link #orThrow()} reports all faults at once. */
public final class FormFields {

    private final Map<String, String[]> given;
    private final QueryReader faults = new QueryReader();

    /** @param valid names of all fields and files that the form may have */
    public FormFields(MultipartHttpServletRequest form, List<String> valid) {
        given = form.getParameterMap();
        Set<String> names = new TreeSet<>(given.keySet());
        names.addAll(form.getFileMap().keySet());
        names.stream()
                .filter(name -> !valid.contains(name))
                .forEach(name -> fault(name, "there is no such field; valid are " + String.join(", ", valid)));
    }

    /** Stripped; empty for an absent field. */
    public String text(String field) {
        return given.containsKey(field) ? given.get(field)[0].strip() : "";
    }

    /** The same for a text that is stored: empty, and a fault, where it is too long. */
    public String text(String field, int longest) {
        String text = text(field);
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            fault(field, "must have at most " + longest + " characters, none of them U+0000");
            return "";
        }
        return text;
    }

    /** Notes a fault that the caller found. */
    public void fault(String field, String message) {
        faults.fault(field, message);
    }

    /**
     * @throws ProblemException with all faults, where there are any
     */
    public void orThrow() {
        faults.orThrow();
    }
}
