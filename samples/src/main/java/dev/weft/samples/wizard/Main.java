package dev.weft.samples.wizard;

import dev.weft.Step;
import java.io.IOException;
import java.nio.charset.Charset;

/** Signs a user up on the console. */
public final class Main {
  private Main() {}

  /** Asks on standard output, reads from standard input, and prints the user in the end. */
  public static void main(String[] args) throws IOException {
    // What a terminal speaks; since JDK 18 the default charset is UTF-8 whatever that is.
    Charset charset = Charset.forName(System.getProperty("native.encoding"));
    Terminal terminal = new Terminal(System.in, charset, System.out);
    SignUp signUp = new SignUp(terminal::say);
    terminal.say(outcome(terminal.converse(SignUpComps.register(signUp))));
  }

  /** One line that tells how the dialogue ended. */
  static String outcome(Step<SignUp.User> end) {
    return end.fold(
        suspended -> "Still asking: " + suspended.value(),
        completed -> "Welcome! " + completed.value(),
        thrown -> "Failed: " + thrown.error(),
        cancelled -> "Cancelled: " + cancelled.reason());
  }
}
