package dev.weft.processor;

import dev.weft.processor.diagram.DiagramForm;
import dev.weft.processor.part.Partition;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/**
 * What the user asks of the processor by {@code -A} options.
 *
 * @param methodSize the size in bytes above which generated methods are parted
 * @param diagrams the forms in which each machine is drawn
 */
record Options(int methodSize, Set<DiagramForm> diagrams) {
  static final String METHOD_SIZE = "weft.methodSize";
  static final String DIAGRAMS = "weft.diagrams";

  static Options of(ProcessingEnvironment environment) {
    Map<String, String> given = environment.getOptions();
    String size = given.getOrDefault(METHOD_SIZE, Integer.toString(Partition.USUAL_LIMIT));
    Set<DiagramForm> diagrams = EnumSet.noneOf(DiagramForm.class);
    for (String name : given.getOrDefault(DIAGRAMS, "").split(",", -1)) {
      Optional<DiagramForm> form = DiagramForm.named(name.strip());
      form.ifPresent(diagrams::add);
      if (form.isEmpty() && !name.isBlank()) {
        environment
            .getMessager()
            .printMessage(
                Diagnostic.Kind.WARNING,
                "Weft: -A" + DIAGRAMS + " takes mermaid, dot, or both with a comma, not " + name);
      }
    }
    return new Options(Integer.parseInt(size), diagrams);
  }
}
