package dev.weft.samples.web.signup;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;
import dev.weft.samples.web.signup.Question.AskEmail;
import dev.weft.samples.web.signup.Question.AskName;
import dev.weft.samples.web.signup.Question.Confirm;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The dialogue: what is asked and in which order. It knows nothing of pages. */
public final class SignUp {
  private static final int LONGEST = 100;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

  /** Who signed up. */
  public record User(String name, String email) {}

  private final Consumer<String> log;

  /** Makes the dialogue. */
  public SignUp(Consumer<String> log) {
    this.log = log;
  }

  /** Asks until the user says that all is right. */
  @Comp
  public User register() {
    log.accept("sign-up: begins");
    try {
      String name = askName("");
      String email = askEmail(name, "");
      while (true) {
        switch (ask(new Confirm(name, email))) {
          case CREATE -> {
            return new User(name, email);
          }
          case CHANGE_NAME -> name = askName(name);
          case CHANGE_EMAIL -> email = askEmail(name, email);
        }
      }
    } finally {
      log.accept("sign-up: finally");
    }
  }

  @Comp
  private String askName(String before) {
    String name = ask(new AskName(before, ""));
    while (name.isEmpty() || name.length() > LONGEST) {
      String problem =
          name.isEmpty() ? "Please tell us your name." : "That is too long for our form.";
      name = ask(new AskName(shortened(name), problem));
    }
    return name;
  }

  @Comp
  private String askEmail(String name, String before) {
    String email = ask(new AskEmail(name, before, ""));
    while (email.length() > LONGEST || !EMAIL.matcher(email).matches()) {
      email = ask(new AskEmail(name, shortened(email), "That is not an e-mail address."));
    }
    return email;
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
