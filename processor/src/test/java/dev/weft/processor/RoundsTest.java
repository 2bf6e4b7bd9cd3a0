package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are read in the round of the factories, because there is no other processor. */
class RoundsTest {
  private static final String START =
      """
      package app;

      import dev.weft.Computation;
      import dev.weft.Yield;
      import dev.weft.annotations.Comp;

      class Flow {
      """;

  @TempDir Path folder;
  private Path source;
  private Path output;

  @BeforeEach
  void makeFolders() throws IOException {
    source = Files.createDirectories(folder.resolve("source/app"));
    output = folder.resolve("classes");
  }

  @Test
  void allIsWrittenInTheFirstRound() throws IOException {
    write(
        """
        @Comp
        static String ask() {
          Computation<String> other = FlowComps.ask();
          return Yield.yield("name of " + other);
        }
        """);

    assertThat(rounds()).isEqualTo(3);
    assertThat(output.resolve("app/Flow_ask_Stepper.class")).exists();
  }

  @Test
  void classesThatNameWhatIsPrivateAreWrittenThenToo() throws IOException {
    write(
        """
        private record Name(String text) {}

        @Comp
        private static Name ask() {
          Name name = new Name(Yield.yield("name"));
          Yield.emit("got it");
          return name;
        }
        """);

    assertThat(compile()).isEmpty();
    assertThat(output.resolve("app/Flow_ask_Stepper.class")).exists();
  }

  @Test
  void errorsOfTheUsersAreToldOnceByTheCompiler() throws IOException {
    write(
        """
        @Comp
        static String ask() {
          return Yield.<String>yield("name") + missing;
        }

        @Comp
        static int count() {
          String text = Yield.<Integer>yield("count");
          return text;
        }
        """);

    assertThat(compile())
        .hasSize(3)
        .anyMatch(m -> m.contains("cannot find symbol"))
        .allMatch(m -> m.contains("cannot find symbol") || m.contains("incompatible types"));
  }

  @Test
  void refusalsAreToldOnce() throws IOException {
    write(
        """
        @Comp
        synchronized String ask() {
          return Yield.yield("name");
        }

        @Comp
        String fine() {
          return Yield.yield("name");
        }

        Runnable later() {
          return () -> Yield.emit("never");
        }
        """);

    assertThat(compile())
        .hasSize(2)
        .anyMatch(m -> m.contains("[weft:comp-on-synchronized]"))
        .anyMatch(m -> m.contains("[weft:yield-in-lambda]"));
  }

  private void write(String members) throws IOException {
    Files.writeString(source.resolve("Flow.java"), START + members.indent(2) + "}\n");
  }

  private List<String> compile() {
    return CommandLine.compile(
        source,
        output,
        "-classpath",
        CommandLine.libraries(),
        "--processor-path",
        CommandLine.processor());
  }

  /** Compiles, and counts the rounds of annotation processing; the last one makes nothing. */
  private long rounds() throws IOException {
    Files.createDirectories(output);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int outcome =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                "-XprintRounds",
                "-d",
                output.toString(),
                "-classpath",
                CommandLine.libraries(),
                "--processor-path",
                CommandLine.processor(),
                source.resolve("Flow.java").toString());
    assertThat(outcome).as("%s", said.toString(StandardCharsets.UTF_8)).isZero();
    return said.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(l -> l.startsWith("Round "))
        .count();
  }
}
