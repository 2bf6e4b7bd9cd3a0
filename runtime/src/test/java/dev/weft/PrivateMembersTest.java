package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Steppers tell their variables themselves: whoever shows them looks into no object. Reflection is
 * for the few places that serve private methods of the user's, in the user's own lookup.
 */
class PrivateMembersTest {

  /** The names of the classes, nested ones by their outermost, in whose constants a name is. */
  private static List<String> usersOf(String name) throws Exception {
    Path classes =
        Path.of(Runner.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> constants(file).contains(name))
          .map(file -> file.getFileName().toString().replaceFirst("(\\$.*)?\\.class$", ""))
          .distinct()
          .sorted()
          .toList();
    }
  }

  private static String constants(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingIsMadeAccessible() throws Exception {
    assertThat(usersOf("etAccessible")).isEmpty();
    assertThat(usersOf("Unsafe")).isEmpty();
    assertThat(usersOf("JavaLangAccess")).isEmpty();
  }

  @Test
  void fieldsAreLookedUpForAccessorsAlone() throws Exception {
    assertThat(usersOf("getDeclaredField")).containsExactly("Members");
    assertThat(usersOf("unreflectVarHandle")).containsExactly("Members");
    assertThat(usersOf("unreflectGetter")).isEmpty();
    assertThat(usersOf("findGetter")).isEmpty();
  }

  @Test
  void privateLookupsAreForPrivateMethodsOfTheUser() throws Exception {
    assertThat(usersOf("privateLookupIn"))
        .containsExactly("Members", "Overrides", "SteppersOfMethods");
  }

  @Test
  void whoeverShowsAPausedComputationUsesNoneOfThem() throws Exception {
    List<String> lookers = usersOf("dev/weft/spi/Members");
    assertThat(lookers)
        .contains("Members")
        .doesNotContain(
            "Coroutine",
            "Execution",
            "Frame",
            "JsonDump",
            "LiveRunners",
            "Locals",
            "Portrayal",
            "Runner",
            "RunnerDump",
            "Stepper",
            "TextDump");
  }
}
