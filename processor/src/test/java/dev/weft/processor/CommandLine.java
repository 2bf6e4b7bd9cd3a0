package dev.weft.processor;

import com.palantir.javapoet.JavaFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compilations as by a command line, for which javac finds the processors itself. */
final class CommandLine {
  private CommandLine() {}

  /** The class path of a user of Weft. */
  static String libraries() {
    return join(Compiling.classPath().stream());
  }

  /** The path on which javac finds the processor. */
  static String processor() {
    return join(
        Stream.concat(
            Compiling.classPath().stream().limit(1),
            Stream.of(Compiling.place(WeftProcessor.class), Compiling.place(JavaFile.class))));
  }

  static String join(Stream<File> files) {
    return files.map(File::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Compiles all sources of a folder; what javac says. */
  static List<String> compile(Path source, Path output, String... options) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (var files = javac.getStandardFileManager(said, Locale.ROOT, null);
        var sources = Files.walk(source)) {
      Files.createDirectories(output);
      List<Path> all = sources.filter(f -> f.toString().endsWith(".java")).toList();
      List<String> arguments = new ArrayList<>(List.of("-d", output.toString(), "-s"));
      arguments.addAll(List.of(output.toString(), "-Xlint:all", "-Werror"));
      arguments.addAll(Arrays.asList(options));
      if (Runtime.version().feature() >= 21 && !arguments.contains("-proc:none")) {
        // Called by its API, javac overlooks that --processor-module-path asks for processors.
        arguments.add("-proc:full");
      }
      javac
          .getTask(null, files, said, arguments, null, files.getJavaFileObjectsFromPaths(all))
          .call();
      return said.getDiagnostics().stream().map(Compiling::describe).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
