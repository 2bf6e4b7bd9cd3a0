package dev.weft.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
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

  @ParameterizedTest
  @ValueSource(strings = {"-sourcepath", "-classpath"})
  void areFoundUnderNamesOfAllKinds(String option) throws IOException {
    write("named/app/Flow.java", FLOW.replace("lib.Name", "lib.*"));
    write("named/app/Near.java", near("static final char SIGN = '!';"));
    write("all/lib/Name.java", "package lib; public record Name(String text) {}");
    assertThat(compile(option)).isEmpty();

    write("named/app/Flow.java", FLOW.replace("Name", "text"));
    write("named/app/Near.java", near("static final char SIGN = '!';").replace("Name", "text"));
    write("all/lib/text.java", "package lib; public record text(String text) {}");
    assertThat(compile(option)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-sourcepath", "-classpath"})
  void areFoundWhereOtherSourcesNameThem(String option) throws IOException {
    write("named/app/Flow.java", FLOW);
    write("named/lib/Name.java", "package lib; public record Name(String text) {}");
    write(
        "named/app/Near.java", near("").replace("class Near", "class Near extends signs.ofall.S"));
    write("all/signs/ofall/S.java", "package signs.ofall; public class S extends signs.T {}");
    write(
        "all/signs/T.java", "package signs; public class T { public static final int SIGN = 3; }");
    assertThat(compile(option)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-sourcepath", "-classpath"})
  void ofOnePackageInSeveralFolders(String option) throws IOException {
    write("named/app/Flow.java", FLOW);
    write("named/app/Near.java", near("static final char SIGN = '!';"));
    write(
        "more/lib/Second.java",
        """
        package lib;

        import hidden.Third;

        class Second extends Third {
          Second(String text) {
            super(text);
          }
        }
        """);
    write(
        "all/lib/Name.java",
        """
        package lib;

        public class Name extends Second {
          public Name(String text) {
            super(text);
          }
        }
        """);
    write(
        "more/hidden/Third.java",
        """
        package hidden;

        public class Third {
          private final String text;

          public Third(String text) {
            this.text = text;
          }

          public String text() {
            return text;
          }
        }
        """);
    String both = folder.resolve("all") + File.pathSeparator + folder.resolve("more");
    assertThat(compile(option, both)).isEmpty();
  }

  @Test
  void inAnArchive() throws IOException {
    write("named/app/Flow.java", FLOW);
    write("named/app/Near.java", near("static final char SIGN = '!';"));
    Path archive = folder.resolve("sources.jar");
    try (var file = new JarOutputStream(Files.newOutputStream(archive))) {
      file.putNextEntry(new ZipEntry("lib/Name.java"));
      file.write("package lib; public record Name(String text) {}".getBytes(UTF_8));
    }

    assertThat(compile("-classpath", archive.toString())).isEmpty();
  }

  @Test
  void giveWayToNewerClassFiles() throws IOException {
    write("library/lib/Name.java", "package lib; public record Name(String text) {}");
    Path all = folder.resolve("all");
    assertThat(CommandLine.compile(folder.resolve("library"), all, "-proc:none")).isEmpty();
    write("all/lib/Name.java", "package lib; @Missing public class Name {}");
    Files.setLastModifiedTime(all.resolve("lib/Name.java"), FileTime.fromMillis(1000));
    write("all/app/Sign.java", "package app; class Sign { static final char SIGN = '!'; }");
    write("named/app/Flow.java", FLOW);
    write("named/app/Near.java", near("").replace("class Near", "class Near extends Sign"));

    assertThat(compile("-classpath")).isEmpty();
  }

  @Test
  void inAnotherModule() throws IOException {
    String needs = "requires dev.weft.runtime; requires dev.weft.annotations; ";
    write("named/main/module-info.java", "module main { " + needs + "requires other; }");
    write("named/main/app/Flow.java", FLOW);
    write("named/main/app/Near.java", near("static final char SIGN = '!';"));
    write("all/other/module-info.java", "module other { exports lib; }");
    write("all/other/lib/Name.java", "package lib; public record Name(String text) {}");

    assertThat(
            CommandLine.compile(
                folder.resolve("named"),
                folder.resolve("classes"),
                "-implicit:class",
                "--module-source-path",
                folder.resolve("named") + File.pathSeparator + folder.resolve("all"),
                "--module-path",
                CommandLine.libraries(),
                "--processor-path",
                CommandLine.processor()))
        .isEmpty();
  }

  private static String near(String member) {
    return """
        package app;

        import lib.Name;

        class Near {
          MEMBER

          static String greeting(Name name) {
            return "hello " + name.text();
          }
        }
        """
        .replace("MEMBER", member);
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
