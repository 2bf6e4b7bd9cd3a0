package dev.weft.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources as a user's build does: with the processor, and the runtime to link to. */
final class Compiling {
  /** Stands before sources that have no package of their own, on the line before their first. */
  private static final String PRELUDE =
      "package p; import dev.weft.*; import dev.weft.annotations.*;"
          + " import java.util.*; import java.util.function.*;\n";

  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile(
          "^[\\w /*!\\-@(\")]*?\\b(?:class|interface|enum|record) (\\w+)", Pattern.MULTILINE);

  private Compiling() {}

  /** The class path of all compilations: annotations and runtime, and nothing else. */
  static List<File> classPath() {
    return List.of(place(Comp.class), place(Yield.class));
  }

  static File place(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A compiler without the processor. */
  static Compiler plainJavac(String... options) {
    return Compiler.javac()
        .withClasspath(classPath())
        .withOptions(Arrays.<Object>asList((Object[]) options));
  }

  /** A compiler with the processor. */
  static Compiler javac(String... options) {
    return plainJavac(options).withProcessors(new WeftProcessor());
  }

  /** Compiles sources with the processor. */
  static Compilation compile(String... sources) {
    return compile(javac(), sources);
  }

  /** Compiles sources with a given compiler. */
  static Compilation compile(Compiler compiler, String... sources) {
    return compiler.compile(Arrays.stream(sources).map(Compiling::source).toList());
  }

  /** Compiles sources with the processor, and with all warnings of javac as errors. */
  static Compilation compileStrictly(String... sources) {
    // The processor claims no annotation, so that others may see them; javac warns of that.
    return compile(javac("-Xlint:all", "-Xlint:-processing", "-Werror"), sources);
  }

  /**
   * A source file called after its first type. One without a package gets {@code package p;} and
   * the imports that the tests need.
   */
  static JavaFileObject source(String text) {
    boolean isWhole = text.startsWith("package ") || text.startsWith("import ");
    String whole = isWhole ? text : PRELUDE + text;
    Matcher inPackage = PACKAGE.matcher(whole);
    Matcher type = TYPE.matcher(whole);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in " + text);
    }
    String name = inPackage.find() ? inPackage.group(1) + "." + type.group(1) : type.group(1);
    return JavaFileObjects.forSourceString(name, whole);
  }

  /** The text of a generated file, by the simple name of its class. */
  static String generated(Compilation compilation, String simpleName) {
    return compilation.generatedSourceFiles().stream()
        .filter(f -> f.getName().endsWith("/" + simpleName + ".java"))
        .map(Compiling::text)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no "
                        + simpleName
                        + " among "
                        + compilation.generatedSourceFiles()
                        + messages(compilation)));
  }

  /** The simple names of all generated classes, in order. */
  static List<String> generatedNames(Compilation compilation) {
    return compilation.generatedSourceFiles().stream()
        .map(f -> f.getName().replaceAll(".*/|\\.java$", ""))
        .sorted()
        .toList();
  }

  static String text(JavaFileObject file) {
    try {
      return file.getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the compiler said, one line each: {@code T.java:3:7: error: …}. */
  static List<String> messages(Compilation compilation) {
    return compilation.diagnostics().stream().map(Compiling::describe).toList();
  }

  /** One thing that the compiler said. */
  static String describe(Diagnostic<? extends JavaFileObject> said) {
    String kind = said.getKind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String message = kind + ": " + said.getMessage(java.util.Locale.ROOT);
    JavaFileObject file = said.getSource();
    return file == null
        ? message
        : "%s:%d:%d: %s"
            .formatted(
                file.getName().replaceAll(".*/", ""),
                said.getLineNumber(),
                said.getColumnNumber(),
                message);
  }
}
