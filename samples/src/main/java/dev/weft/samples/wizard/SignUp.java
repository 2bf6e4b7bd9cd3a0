package dev.weft.samples.wizard;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.function.Consumer;

/** The dialogue: what is asked and in which order, but not how. It yields questions, as text. */
final class SignUp {
  /** Who signed up. */
  record User(String name, String email) {}

  private final Consumer<String> notices;

  /**
   * Makes the dialogue.
   *
   * @param notices gets what is said without a question
   */
  SignUp(Consumer<String> notices) {
    this.notices = notices;
  }

  /** Asks until there is a user. The form is closed in the end, however it ends. */
  @Comp
  User register() {
    notices.accept("The form is open. Ctrl-D leaves it.");
    try {
      String name = Yield.yield("What is your name?");
      while (name.isBlank()) {
        name = Yield.yield("A name has at least one letter. What is yours?");
      }
      String email = Yield.yield("What is your e-mail address, " + name + "?");
      while (!isEmail(email)) {
        email = Yield.yield("\"" + email + "\" is no e-mail address. What is yours?");
      }
      return new User(name, email);
    } finally {
      notices.accept("The form is closed.");
    }
  }

  private static boolean isEmail(String text) {
    int at = text.indexOf('@');
    return at > 0 && at == text.lastIndexOf('@') && at < text.length() - 1;
  }
}
