package dev.weft.samples.wizard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Step;
import dev.weft.samples.wizard.SignUp.User;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class MainTest {
  private static final String HELLO = "The form is open. Ctrl-D leaves it.";

  @Test
  void asksAndEndsWithTheUser() throws IOException {
    assertThat(typing("Zoë\nzoe@example.org\n"))
        .containsExactly(
            HELLO,
            "What is your name?",
            "What is your e-mail address, Zoë?",
            "The form is closed.",
            "Welcome! User[name=Zoë, email=zoe@example.org]");
  }

  @Test
  void repeatsWhatWasAnsweredBadly() throws IOException {
    assertThat(typing(" \nAlice\nalice\nalice@\na@example.org\n"))
        .containsExactly(
            HELLO,
            "What is your name?",
            "A name has at least one letter. What is yours?",
            "What is your e-mail address, Alice?",
            "\"alice\" is no e-mail address. What is yours?",
            "\"alice@\" is no e-mail address. What is yours?",
            "The form is closed.",
            "Welcome! User[name=Alice, email=a@example.org]");
  }

  @Test
  void endOfInputClosesTheForm() throws IOException {
    assertThat(typing("Alice\nnobody\n"))
        .containsExactly(
            HELLO,
            "What is your name?",
            "What is your e-mail address, Alice?",
            "\"nobody\" is no e-mail address. What is yours?",
            "The form is closed.",
            "Cancelled: end of input");
  }

  @Test
  void noInputAtAllClosesTheForm() throws IOException {
    assertThat(typing(""))
        .containsExactly(
            HELLO, "What is your name?", "The form is closed.", "Cancelled: end of input");
  }

  /** The lines that somebody sees who types this and then ends the input. */
  private static String[] typing(String input) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            UTF_8,
            new PrintStream(screen, true, UTF_8));
    Step<User> end = terminal.converse(SignUpComps.register(new SignUp(terminal::say)));
    terminal.say(Main.outcome(end));
    return screen.toString(UTF_8).split("\\R");
  }
}
