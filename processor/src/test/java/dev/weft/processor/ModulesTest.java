package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

  private static final String ASKING =
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

    assertCompiles(
        "--module-path", CommandLine.libraries(), "--processor-path", CommandLine.processor());

    assertThat(runModule()).isEqualTo("hello\nyou22\n");
  }

  @Test
  void runsInANamedModuleWithTheProcessorOnTheProcessorModulePath() throws Exception {
    write("module-info.java", "module app { requires dev.weft.runtime; }\n");

    assertCompiles(
        "--module-path",
        CommandLine.libraries(),
        "--processor-module-path",
        CommandLine.processor());

    assertThat(runModule()).isEqualTo("hello\nyou22\n");
  }

  @Test
  void marksWhatIsGeneratedWhereTheModuleCanReadTheAnnotation() throws Exception {
    write("module-info.java", "module app { requires dev.weft.runtime; }\n");
    assertCompiles(
        "--module-path", CommandLine.libraries(), "--processor-path", CommandLine.processor());
    assertThat(generated("app/MainComps.java")).doesNotContain("@Generated");

    output = folder.resolve("second-output");
    write(
        "module-info.java", "module app { requires dev.weft.runtime; requires java.compiler; }\n");
    assertCompiles(
        "--module-path", CommandLine.libraries(), "--processor-path", CommandLine.processor());
    assertThat(generated("app/MainComps.java"))
        .contains("@Generated(\"dev.weft.processor.WeftProcessor\")");
  }

  @Test
  void delegatesToAnotherModule() throws Exception {
    write(
        "lib/module-info.java",
        "module lib { requires transitive dev.weft.runtime; exports lib; }\n");
    write("lib/lib/Asking.java", ASKING);
    Path lib = folder.resolve("lib");
    assertThat(
            CommandLine.compile(
                source.resolve("lib"),
                lib,
                "--module-path",
                CommandLine.libraries(),
                "--processor-path",
                CommandLine.processor()))
        .isEmpty();
    Files.delete(source.resolve("lib/lib/Asking.java"));
    Files.delete(source.resolve("lib/module-info.java"));
    write("module-info.java", "module app { requires dev.weft.runtime; requires lib; }\n");
    write("app/Main.java", MAIN.replace("Yield.yield(greeting)", "lib.Asking.ask(greeting)"));
    String path = CommandLine.libraries() + File.pathSeparator + lib;

    assertCompiles("--module-path", path, "--processor-path", CommandLine.processor());

    assertThat(run("--module-path", path + File.pathSeparator + output, "-m", "app/app.Main"))
        .isEqualTo("hello?\nyou22\n");
  }

  @Test
  void runsWhatOverridesAMethodOfAnotherModule() throws Exception {
    Files.delete(source.resolve("app/Main.java"));
    write(
        "lib/module-info.java",
        "module lib { requires transitive dev.weft.runtime; exports lib; opens lib to app; }\n");
    write(
        "lib/lib/Talk.java",
        """
        package lib;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        public abstract class Talk {
          protected Talk() {}

          @Comp
          public final String talk() {
            return name() + "/" + mood();
          }

          @Comp
          protected String name() {
            return Yield.yield("name");
          }

          @Comp
          protected String mood() {
            return "fine";
          }
        }
        """);
    write("app/module-info.java", "module app { requires lib; opens app to lib; }\n");
    write(
        "app/app/Main.java",
        """
        package app;

        import dev.weft.Coroutine;
        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        class Main extends lib.Talk {
          @Override
          @Comp
          protected String name() {
            String title = Yield.yield("title");
            return title + " " + super.name();
          }

          @Override
          protected String mood() {
            return "well";
          }

          public static void main(String[] arguments) {
            var talking = Coroutine.of(lib.TalkComps.talk(new Main()));
            talking.run();
            talking.run("Dr");
            System.out.println(talking.run("Ann"));
          }
        }
        """);

    assertModulesCompile();

    assertThat(runModule()).isEqualTo("Completed[value=Dr Ann/well]\n");
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    assertCompiles(
        "-classpath", CommandLine.libraries(), "--processor-path", CommandLine.processor());

    assertThat(run("-classpath", CommandLine.libraries() + File.pathSeparator + output, "app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  @Test
  void isFoundOnTheClassPathIfItIsNamed() {
    assertCompiles(
        "-classpath",
        CommandLine.libraries() + File.pathSeparator + CommandLine.processor(),
        "-Xlint:-processing",
        "-processor",
        WeftProcessor.class.getName());
  }

  @Test
  void compilesForAnOlderRelease() throws Exception {
    assertCompiles(
        "--release",
        "17",
        "-classpath",
        CommandLine.libraries(),
        "--processor-path",
        CommandLine.processor());

    assertThat(run("-classpath", CommandLine.libraries() + File.pathSeparator + output, "app.Main"))
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
        CommandLine.libraries(),
        "--processor-path",
        CommandLine.processor());
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
            CommandLine.compile(
                source,
                output,
                "--release",
                "17",
                "-classpath",
                CommandLine.libraries(),
                "--processor-path",
                CommandLine.processor()))
        .filteredOn(m -> m.contains("error"))
        .singleElement()
        .asString()
        .contains("Main.java:18:", "cannot find symbol");
  }

  @Test
  void showsMistakesInAStrictBuild() throws Exception {
    write("app/Main.java", MAIN.replace("return name", "return nmae"));

    assertThat(compileWith(CommandLine.processor()))
        .singleElement()
        .asString()
        .contains("Main.java:18:", "error: cannot find symbol");
  }

  @Test
  void showsMistakesInAStrictBuildWithOtherProcessors() throws Exception {
    Path other = folder.resolve("other");
    compileOther(other);
    write("app/Main.java", MAIN.replace("return name", "return nmae"));

    assertThat(
            CommandLine.compile(
                source,
                output,
                "-Xlint:-processing",
                "-classpath",
                CommandLine.libraries(),
                "--processor-path",
                CommandLine.processor() + File.pathSeparator + other))
        .filteredOn(m -> !m.startsWith("note:"))
        .singleElement()
        .asString()
        .contains("Main.java:18:", "error: cannot find symbol");
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
        CommandLine.libraries(),
        "--processor-path",
        CommandLine.processor());

    assertThat(
            run(
                "--enable-preview",
                "-classpath",
                CommandLine.libraries() + File.pathSeparator + output,
                "app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  @Test
  void loadsNoClassThatNobodyNames() throws Exception {
    write(
        "app/MainTest.java",
        """
        package app;

        import static org.junit.jupiter.api.Assertions.assertEquals;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        class MainTest {
          @Comp
          static int ask(Main main) {
            int answer = Yield.yield(main);
            assertEquals(1, answer);
            return answer;
          }
        }
        """);

    // Beside Assertions lies AssertionsKt, whose Kotlin annotations are not there.
    assertCompiles(
        "-classpath",
        CommandLine.libraries() + File.pathSeparator + CommandLine.join(junit()),
        "--processor-path",
        CommandLine.processor());
  }

  @Test
  void loadsNoClassThatNobodyNamesForAnErrorOfTheUsers() throws Exception {
    write(
        "app/MainTest.java",
        """
        package app;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;
        import org.junit.jupiter.api.*;

        class MainTest {
          @Comp
          static int ask() {
            int answer = Yield.<Integer>yield("a");
            String text = answer;
            Assertions.assertEquals(1, answer);
            return text.size();
          }
        }
        """);

    assertThat(
            CommandLine.compile(
                source,
                output,
                "-classpath",
                CommandLine.libraries() + File.pathSeparator + CommandLine.join(junit()),
                "--processor-path",
                CommandLine.processor()))
        .satisfiesExactly(
            m -> assertThat(m).contains("incompatible types: int cannot be converted"),
            m -> assertThat(m).contains("cannot find symbol"));
  }

  @Test
  void loadsNoClassOfAModuleThatNobodyNames() throws Exception {
    write(
        "module-info.java",
        "module app { requires dev.weft.runtime; requires org.junit.jupiter.api; }\n");
    write(
        "app/MainTest.java",
        """
        package app;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;
        import org.junit.jupiter.api.Assertions;

        class MainTest {
          @Comp
          static int ask(Main main) {
            int answer = Yield.yield(main);
            Assertions.assertEquals(1, answer);
            return answer;
          }
        }
        """);

    assertCompiles(
        "--module-path",
        CommandLine.libraries() + File.pathSeparator + CommandLine.join(junit()),
        "--processor-path",
        CommandLine.processor());
  }

  @Test
  void findsAClassThatOnlyAnotherClassNames() throws Exception {
    // Package q lies in two folders, and no source names what is in the second.
    Path first =
        compileAlone(
            "first",
            "q/A.java",
            "package q; public class A extends B {}",
            "q/B.java",
            "package q; public class B extends r.C {}",
            "r/C.java",
            "package r; public class C { public int n() { return 1; } }");
    Path second = folder.resolve("second");
    Files.createDirectories(second.resolve("q"));
    Files.move(first.resolve("q/B.class"), second.resolve("q/B.class"));
    Files.createDirectories(second.resolve("r"));
    Files.move(first.resolve("r/C.class"), second.resolve("r/C.class"));
    write(
        "app/Main.java",
        MAIN.replace("Yield.yield(greeting)", "Yield.yield(greeting + new q.A().n())"));

    String path =
        String.join(
            File.pathSeparator, CommandLine.libraries(), first.toString(), second.toString());
    assertCompiles("-classpath", path, "--processor-path", CommandLine.processor());

    assertThat(run("-classpath", path + File.pathSeparator + output, "app.Main"))
        .isEqualTo("hello1\nyou22\n");
  }

  @Test
  void prefersAClassOfThePackageToOneOfAnImportedPackage() throws Exception {
    Path earlier =
        compileAlone(
            "earlier",
            "app/Helper.java",
            "package app; public class Helper { public static int n() { return 1; } }",
            "q/Helper.java",
            "package q; public class Helper { public static String n() { return \"q\"; } }");
    write(
        "app/Main.java",
        MAIN.replace("import dev.weft.Step;", "import dev.weft.Step;\nimport q.*;")
            .replace("return name", "return Helper.n() + name"));

    String path = CommandLine.libraries() + File.pathSeparator + earlier;
    assertCompiles("-classpath", path, "--processor-path", CommandLine.processor());

    assertThat(run("-classpath", path + File.pathSeparator + output, "app.Main"))
        .isEqualTo("hello\n1you22\n");
  }

  @Test
  void compilesInSeveralThreadsAtOnce() throws Exception {
    List<CompletableFuture<List<String>>> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path own = folder.resolve("output" + i);
      running.add(
          CompletableFuture.supplyAsync(
              () ->
                  CommandLine.compile(
                      source,
                      own,
                      "-classpath",
                      CommandLine.libraries(),
                      "--processor-path",
                      CommandLine.processor()),
              task -> new Thread(task, "javac").start()));
    }

    for (int i = 0; i < running.size(); i++) {
      assertThat(running.get(i).get(1, TimeUnit.MINUTES)).isEmpty();
      assertThat(
              run(
                  "-classpath",
                  CommandLine.libraries() + File.pathSeparator + folder.resolve("output" + i),
                  "app.Main"))
          .isEqualTo("hello\nyou22\n");
    }
  }

  @Test
  void compilesSeveralModulesAtOnce() throws Exception {
    Files.delete(source.resolve("app/Main.java"));
    write(
        "lib/module-info.java",
        "module lib { requires transitive dev.weft.runtime; exports lib; }\n");
    write("lib/lib/Asking.java", ASKING);
    write("app/module-info.java", "module app { requires lib; }\n");
    write("app/app/Main.java", MAIN.replace("Yield.yield(greeting)", "lib.Asking.ask(greeting)"));

    assertModulesCompile();

    assertThat(runModule()).isEqualTo("hello?\nyou22\n");
  }

  @Test
  void leavesTheErrorOfAModuleThatDoesNotReadTheRuntimeToJavac() throws Exception {
    write("module-info.java", "module app { requires dev.weft.annotations; }\n");

    assertThat(
            CommandLine.compile(
                source,
                output,
                "--module-path",
                CommandLine.libraries(),
                "--processor-path",
                CommandLine.processor()))
        .filteredOn(m -> m.contains("error: "))
        .noneMatch(m -> m.contains("weft:"))
        .first()
        .asString()
        .startsWith("Main.java:3:11: error: package dev.weft is not visible");
  }

  @Test
  void compilesAPreviewFeatureInABody() throws Exception {
    assumeTrue(
        Runtime.version().feature() == 25, "primitive patterns are a preview feature of Java 25");
    write(
        "app/Main.java",
        MAIN.replace(
            "return name",
            "if (name.length() instanceof byte small && small > 2) count += small - 3;\n"
                + "    return name"));

    assertThat(
            CommandLine.compile(
                source,
                output,
                "--enable-preview",
                "--release",
                "25",
                "-Xlint:-preview",
                "-classpath",
                CommandLine.libraries(),
                "--processor-path",
                CommandLine.processor()))
        .allMatch(m -> m.contains("note: Some input files use preview") || m.contains("Recompile"));

    assertThat(
            run(
                "--enable-preview",
                "-classpath",
                CommandLine.libraries() + File.pathSeparator + output,
                "app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  @Test
  void leavesAnnotationsToProcessorsBehindIt() throws Exception {
    Path other = folder.resolve("other");
    compileOther(other);

    assertThat(compileWith(CommandLine.processor() + File.pathSeparator + other))
        .contains("note: the other processor runs");
  }

  @Test
  void readsAnEarlierCompilation() throws Exception {
    write(
        "app/Asking.java",
        "package app;\n\nclass Asking { static final String WHAT = \"hello\"; }\n");
    assertCompiles(
        "-classpath", CommandLine.libraries(), "--processor-path", CommandLine.processor());
    Files.delete(source.resolve("app/Asking.java"));
    write("app/Main.java", MAIN.replace("Yield.yield(greeting)", "Yield.yield(Asking.WHAT)"));

    assertThat(
            CommandLine.compile(
                source,
                output,
                "-classpath",
                CommandLine.libraries() + File.pathSeparator + output,
                // javac warns of each class that is made anew.
                "-Xlint:-processing",
                "--processor-path",
                CommandLine.processor()))
        .isEmpty();
    assertThat(run("-classpath", CommandLine.libraries() + File.pathSeparator + output, "app.Main"))
        .isEqualTo("hello\nyou22\n");
  }

  /** Compiles sources, given by name and text, without the processor; gives their folder. */
  private Path compileAlone(String name, String... sources) throws IOException {
    Path sourceFolder = folder.resolve(name + "-source");
    for (int i = 0; i < sources.length; i += 2) {
      Path file = sourceFolder.resolve(sources[i]);
      Files.createDirectories(file.getParent());
      Files.writeString(file, sources[i + 1]);
    }
    Path classes = folder.resolve(name);
    assertThat(CommandLine.compile(sourceFolder, classes, "-proc:none")).isEmpty();
    return classes;
  }

  private void compileOther(Path classes) throws IOException {
    Path made =
        compileAlone(
            "other",
            "other/Noting.java",
            """
            package other;

            import java.util.Set;
            import javax.annotation.processing.AbstractProcessor;
            import javax.annotation.processing.RoundEnvironment;
            import javax.annotation.processing.SupportedAnnotationTypes;
            import javax.lang.model.SourceVersion;
            import javax.lang.model.element.TypeElement;
            import javax.tools.Diagnostic;

            @SupportedAnnotationTypes("*")
            public class Noting extends AbstractProcessor {
              @Override
              public SourceVersion getSupportedSourceVersion() {
                return SourceVersion.latestSupported();
              }

              @Override
              public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
                if (!round.processingOver()) {
                  processingEnv
                      .getMessager()
                      .printMessage(Diagnostic.Kind.NOTE, "the other processor runs");
                }
                return false;
              }
            }
            """);
    assertThat(made).isEqualTo(classes);
    Path services = classes.resolve("META-INF/services/javax.annotation.processing.Processor");
    Files.createDirectories(services.getParent());
    Files.writeString(services, "other.Noting\n");
  }

  private static Stream<File> junit() {
    return Stream.of(
        Compiling.place(Test.class),
        Compiling.place(org.opentest4j.AssertionFailedError.class),
        Compiling.place(org.apiguardian.api.API.class),
        Compiling.place(org.junit.platform.commons.JUnitException.class));
  }

  private void write(String file, String text) throws IOException {
    Path path = source.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String generated(String file) throws IOException {
    return Files.readString(output.resolve(file));
  }

  /** Compiles on the class path, with the processors on a path. */
  private List<String> compileWith(String processors) {
    return CommandLine.compile(
        source, output, "-classpath", CommandLine.libraries(), "--processor-path", processors);
  }

  /** Asserts that the program compiles without a warning. */
  private void assertCompiles(String... options) {
    assertThat(CommandLine.compile(source, output, options)).isEmpty();
  }

  private void assertModulesCompile() {
    assertCompiles(
        "--module-path",
        CommandLine.libraries(),
        "--module-source-path",
        source.toString(),
        "--processor-path",
        CommandLine.processor());
  }

  private String runModule() throws IOException, InterruptedException {
    return run(
        "--module-path",
        CommandLine.libraries() + File.pathSeparator + output,
        "-m",
        "app/app.Main");
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
