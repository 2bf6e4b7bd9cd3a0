package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole compilations by command line: modules and class path, and the levels of the language. */
class ModulesTest {
  private static final String MAIN =
      """
      package app;

      import dev.weft.Coroutine;
      import dev.weft.Step;
      import dev.weft.Yield;
      import dev.weft.annotations.Comp;

      public class Main {
        private int count = 1;

        private int next() {
          return ++count;
        }

        @Comp
        String ask(String greeting) {
          String name = Yield.yield(greeting);
          return name + next() + count;
        }

        public static void main(String[] arguments) {
          var asking = Coroutine.of(MainComps.ask(new Main(), "hello"));
          System.out.println(((Step.Suspended<?>) asking.run()).value());
          System.out.println(((Step.Completed<?>) asking.run("you")).value());
        }
      }
      """;

  @TempDir Path folder;
  private Path source;
  private Path output;

  @BeforeEach
  void writeTheProgram() throws IOException {
    source = folder.resolve("source");
    output = folder.resolve("output");
    write("app/Main.java", MAIN);
  }

  @Test
  void runsInANamedModuleWithTheProcessorOnTheProcessorPath() throws Exception {
    write("module-info.java", "module app { requires dev.weft.runtime; }\n");

    assertCompiles("--module-path", libraries(), "--processor-path", processor());

    assertThat(
            run("--module-path", libraries() + File.pathSeparator + output, "-m", "app/app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  @Test
  void runsInANamedModuleWithTheProcessorOnTheProcessorModulePath() throws Exception {
    write("module-info.java", "module app { requires dev.weft.runtime; }\n");

    assertCompiles("--module-path", libraries(), "--processor-module-path", processor());

    assertThat(
            run("--module-path", libraries() + File.pathSeparator + output, "-m", "app/app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  @Test
  void marksWhatIsGeneratedWhereTheModuleCanReadTheAnnotation() throws Exception {
    write("module-info.java", "module app { requires dev.weft.runtime; }\n");
    assertCompiles("--module-path", libraries(), "--processor-path", processor());
    assertThat(generated("app/MainComps.java")).doesNotContain("@Generated");

    write(
        "module-info.java", "module app { requires dev.weft.runtime; requires java.compiler; }\n");
    assertCompiles("--module-path", libraries(), "--processor-path", processor());
    assertThat(generated("app/MainComps.java"))
        .contains("@Generated(\"dev.weft.processor.WeftProcessor\")");
  }

  @Test
  void delegatesToAnotherModule() throws Exception {
    write(
        "lib/module-info.java",
        "module lib { requires transitive dev.weft.runtime; exports lib; }\n");
    write(
        "lib/lib/Asking.java",
        """
        package lib;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        public final class Asking {
          private Asking() {}

          @Comp
          public static String ask(String what) {
            return Yield.yield(what + "?");
          }
        }
        """);
    Path lib = folder.resolve("lib");
    assertThat(
            compile(
                source.resolve("lib"),
                lib,
                "--module-path",
                libraries(),
                "--processor-path",
                processor()))
        .isEmpty();
    Files.delete(source.resolve("lib/lib/Asking.java"));
    Files.delete(source.resolve("lib/module-info.java"));
    write("module-info.java", "module app { requires dev.weft.runtime; requires lib; }\n");
    write("app/Main.java", MAIN.replace("Yield.yield(greeting)", "lib.Asking.ask(greeting)"));
    String path = libraries() + File.pathSeparator + lib;

    assertCompiles("--module-path", path, "--processor-path", processor());

    assertThat(run("--module-path", path + File.pathSeparator + output, "-m", "app/app.Main"))
        .isEqualTo("hello?\nyou22\n");
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    assertCompiles("-classpath", libraries(), "--processor-path", processor());

    assertThat(run("-classpath", libraries() + File.pathSeparator + output, "app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  @Test
  void isFoundOnTheClassPathIfItIsNamed() {
    assertCompiles(
        "-classpath",
        libraries() + File.pathSeparator + processor(),
        "-processor",
        WeftProcessor.class.getName());
  }

  @Test
  void compilesForAnOlderRelease() throws Exception {
    assertCompiles("--release", "17", "-classpath", libraries(), "--processor-path", processor());

    assertThat(run("-classpath", libraries() + File.pathSeparator + output, "app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  @Test
  void compilesForAnOlderSourceLevelWithTheLibraryOfTheRunningJdk() throws Exception {
    assumeTrue(
        Runtime.version().feature() >= 21,
        "String.splitWithDelimiters came with Java 21, this is older");
    write(
        "app/Main.java",
        MAIN.replace(
            "return name", "return String.join(\"\", name.splitWithDelimiters(\"x\", 0))"));

    assertCompiles(
        "-source",
        "17",
        "-target",
        "17",
        "-Xlint:-options",
        "-classpath",
        libraries(),
        "--processor-path",
        processor());
  }

  @Test
  void knowsNoneOfTheNewerLibraryForAnOlderRelease() throws Exception {
    assumeTrue(
        Runtime.version().feature() >= 21,
        "String.splitWithDelimiters came with Java 21, this is older");
    write(
        "app/Main.java",
        MAIN.replace(
            "return name", "return String.join(\"\", name.splitWithDelimiters(\"x\", 0))"));

    assertThat(
            compile(
                source,
                output,
                "--release",
                "17",
                "-classpath",
                libraries(),
                "--processor-path",
                processor()))
        .filteredOn(m -> m.contains("error"))
        .singleElement()
        .asString()
        .contains("Main.java:18:", "cannot find symbol");
  }

  @Test
  void compilesWithPreviewFeatures() throws Exception {
    String level = String.valueOf(Runtime.version().feature());
    assertCompiles(
        "--enable-preview",
        "--release",
        level,
        "-Xlint:-preview",
        "-classpath",
        libraries(),
        "--processor-path",
        processor());

    assertThat(
            run(
                "--enable-preview",
                "-classpath",
                libraries() + File.pathSeparator + output,
                "app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  @Test
  void readsAnEarlierCompilation() throws Exception {
    write(
        "app/Asking.java",
        "package app;\n\nclass Asking { static final String WHAT = \"hello\"; }\n");
    assertCompiles("-classpath", libraries(), "--processor-path", processor());
    Files.delete(source.resolve("app/Asking.java"));
    write("app/Main.java", MAIN.replace("Yield.yield(greeting)", "Yield.yield(Asking.WHAT)"));

    assertThat(
            compile(
                source,
                output,
                "-classpath",
                libraries() + File.pathSeparator + output,
                "--processor-path",
                processor()))
        .isEmpty();
    assertThat(run("-classpath", libraries() + File.pathSeparator + output, "app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  private static String libraries() {
    return join(Compiling.classPath().stream());
  }

  private static String processor() {
    return join(
        Stream.concat(
            Compiling.classPath().stream().limit(1),
            Stream.of(Compiling.place(WeftProcessor.class), Compiling.place(JavaFile.class))));
  }

  private static String join(Stream<File> files) {
    return files.map(File::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private void write(String file, String text) throws IOException {
    Path path = source.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String generated(String file) throws IOException {
    return Files.readString(output.resolve(file));
  }

  /** Asserts that the program compiles without a warning. */
  private void assertCompiles(String... options) {
    assertThat(compile(source, output, options)).isEmpty();
  }

  private static List<String> compile(Path source, Path output, String... options) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (var files = javac.getStandardFileManager(said, Locale.ROOT, null);
        var sources = Files.walk(source)) {
      Files.createDirectories(output);
      List<Path> all = sources.filter(f -> f.toString().endsWith(".java")).toList();
      List<String> arguments = new ArrayList<>(List.of("-d", output.toString(), "-s"));
      arguments.addAll(List.of(output.toString(), "-Xlint:all", "-Xlint:-processing"));
      arguments.addAll(Arrays.asList(options));
      if (Runtime.version().feature() >= 21) {
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

  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return printed.replace(System.lineSeparator(), "\n");
  }
}
