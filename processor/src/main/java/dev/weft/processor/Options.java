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
    return new Options(methodSize(environment, given), diagrams(environment, given));
  }

  private static int methodSize(ProcessingEnvironment environment, Map<String, String> given) {
    String size = given.get(METHOD_SIZE);
    if (size == null) {
      return Partition.USUAL_LIMIT;
    }
    try {
      return Integer.parseInt(size);
    } catch (NumberFormatException e) {
      warn(environment, METHOD_SIZE, "a number of bytes", size);
      return Partition.USUAL_LIMIT;
    }
  }

  private static Set<DiagramForm> diagrams(
      ProcessingEnvironment environment, Map<String, String> given) {
    Set<DiagramForm> diagrams = EnumSet.noneOf(DiagramForm.class);
    for (String name : given.getOrDefault(DIAGRAMS, "").split(",", -1)) {
      Optional<DiagramForm> form = DiagramForm.named(name.strip());
      form.ifPresent(diagrams::add);
      if (form.isEmpty() && !name.isBlank()) {
        warn(environment, DIAGRAMS, "mermaid, dot, or both with a comma", name);
      }
    }
    return diagrams;
  }

  private static void warn(
      ProcessingEnvironment environment, String option, String taken, String given) {
    environment
        .getMessager()
        .printMessage(
            Diagnostic.Kind.WARNING, "Weft: -A" + option + " takes " + taken + ", not " + given);
  }
}
