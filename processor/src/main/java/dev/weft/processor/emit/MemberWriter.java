package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Member;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the classes that a stepper has as members. */
final class MemberWriter {
  /**
   * Stand around the text of a class of the user's. It is written as the initializer of an empty
   * class of the same name, which tells the writer of the file that the name is taken there.
   */
  private static final char TEXT = '\u0004';

  private static final char END = '\u0005';

  /** How many lines the empty class takes before the text, and after it. */
  private static final int SHELL = 2;

  private static final int SHELL_INDENT = 4;

  private MemberWriter() {}

  static TypeSpec write(Member member) {
    return member instanceof Member.Scope scope ? scope(scope) : declared((Member.Declared) member);
  }

  private static TypeSpec declared(Member.Declared declared) {
    CodeBlock text = new CodeWriter().line(Character.toString(TEXT), declared.text(), END).build();
    return TypeSpec.classBuilder(declared.name()).addInitializerBlock(text).build();
  }

  private static TypeSpec scope(Member.Scope scope) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(scope.name())
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addJavadoc("$L", javadoc(scope));
    if (scope.isStatic()) {
      type.addModifiers(Modifier.STATIC);
    }
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Local local : scope.captures()) {
      type.addField(local.type(), local.name(), Modifier.PRIVATE, Modifier.FINAL);
      constructor.addParameter(local.type(), local.name());
      constructor.addStatement("this.$1L = $1L", local.name());
    }
    if (!scope.captures().isEmpty()) {
      type.addMethod(constructor.build());
    }
    scope.members().forEach(m -> type.addType(write(m)));
    return type.build();
  }

  private static String javadoc(Member.Scope scope) {
    return scope.captures().isEmpty()
        ? "Keeps classes of one name apart."
        : "What the classes in it capture.";
  }

  /** The lines of a file without the shells around the user's classes. */
  static List<String> withoutShells(List<String> lines) {
    List<String> kept = new ArrayList<>();
    boolean isText = false;
    int skipped = 0;
    for (String line : lines) {
      if (line.indexOf(TEXT) >= 0) {
        isText = true;
        kept.subList(kept.size() - SHELL, kept.size()).clear();
      }
      if (skipped > 0) {
        skipped--;
      } else {
        kept.add(isText ? unindented(line) : line);
      }
      if (line.indexOf(END) >= 0) {
        isText = false;
        skipped = SHELL;
      }
    }
    return kept;
  }

  private static String unindented(String line) {
    String text = line.replace(Character.toString(TEXT), "").replace(Character.toString(END), "");
    return text.isBlank() ? text : text.substring(SHELL_INDENT);
  }
}
