package dev.weft.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Keeps warnings about generated code away from the user. */
final class Suppressions {
  /** What any stepper may raise: of calls and types whose warnings the user has had already. */
  private static final List<String> ALWAYS =
      List.of(
          "all",
          "cast",
          "deprecation",
          "fallthrough",
          "rawtypes",
          "removal",
          "restricted",
          "static",
          "unchecked");

  private static final ClassName NAME = ClassName.get(SuppressWarnings.class);

  static final AnnotationSpec OF_ACCESS =
      annotation(List.of("all", "cast", "deprecation", "rawtypes", "removal", "unchecked"));

  private Suppressions() {}

  /**
   * The annotation of a stepper.
   *
   * @param warnings what else the statements in it may raise
   */
  static AnnotationSpec of(Set<String> warnings) {
    List<String> all = new ArrayList<>(ALWAYS);
    all.addAll(warnings);
    Collections.sort(all);
    return annotation(all);
  }

  private static AnnotationSpec annotation(List<String> warnings) {
    CodeBlock.Builder names = CodeBlock.builder();
    String separator = "{$S";
    for (String warning : warnings) {
      names.add(separator, warning);
      separator = ",$W$S";
    }
    return AnnotationSpec.builder(NAME).addMember("value", names.add("}").build()).build();
  }
}
