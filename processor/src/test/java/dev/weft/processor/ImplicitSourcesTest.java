package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes whose sources javac was not given: it finds them by itself, or class files of them. */
class ImplicitSourcesTest {
  private static final String FLOW =
      """
      package app;

      import dev.weft.Yield;
      import dev.weft.annotations.Comp;
      import lib.Name;

      class Flow {
        @Comp
        static String ask() {
          Name name = new Name(Yield.yield("name"));
          return Near.greeting(name) + Near.SIGN;
        }
      }
      """;
  private static final String CALLER =
      """
      package app;

      import dev.weft.annotations.Comp;
      import lib.Asking;

      class Flow {
        @Comp
        static String ask() {
          return Asking.ask("name");
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"-sourcepath", "-classpath"})
  void areFoundWhereJavacFindsThem(String option) throws IOException {
    write("named/app/Flow.java", FLOW);
    write("all/lib/Name.java", "package lib; public record Name(String text) {}");
    write(
        "all/app/Near.java",
        """
        package app;

        import lib.Name;

        class Near extends Far {
          static String greeting(Name name) {
            return hello() + name.text();
          }
        }
        """);
    write(
        "all/app/Far.java",
        """
        package app;

        class Far {
          static final char SIGN = '!';

          static String hello() {
            return "hello ";
          }
        }
        """);

    assertThat(compile(option)).isEmpty();
    assertThat(folder.resolve("classes/app/Flow_ask_Stepper.class")).exists();
  }

  @Test
  void aMethodOfALibraryThatWasBuiltWithoutWeft() throws IOException {
    write("library/lib/Asking.java", asking());
    write("named/app/Flow.java", CALLER);
    Path library = folder.resolve("lib");
    assertThat(
            CommandLine.compile(
                folder.resolve("library"),
                library,
                "-proc:none",
                "-classpath",
                CommandLine.libraries()))
        .isEmpty();

    assertThat(compile("-classpath", library.toString()))
        .singleElement()
        .asString()
        .startsWith("Flow.java:9:")
        .contains(
            "["
                + Problem.NO_STEPPER.tag()
                + "] Asking.ask is a @Comp method without a stepper: its class was compiled without"
                + " Weft's processor;");
  }

  @Test
  void aMethodOfASourceThatNobodyHasNamed() throws IOException {
    write("all/lib/Asking.java", asking());
    write("named/app/Flow.java", CALLER);

    assertThat(compile("-sourcepath"))
        .singleElement()
        .asString()
        .contains(Problem.NO_STEPPER.tag());
  }

  private static String asking() {
    return """
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
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private List<String> compile(String option) throws IOException {
    return compile(option, folder.resolve("all").toString());
  }

  private List<String> compile(String option, String path) {
    List<String> options = new ArrayList<>(List.of("-implicit:class", "-processorpath"));
    options.add(CommandLine.processor());
    boolean isOnClassPath = option.equals("-classpath");
    options.add("-classpath");
    options.add(CommandLine.libraries() + (isOnClassPath ? File.pathSeparator + path : ""));
    if (!isOnClassPath) {
      options.addAll(List.of(option, path));
    }
    return CommandLine.compile(
        folder.resolve("named"), folder.resolve("classes"), options.toArray(String[]::new));
  }
}
