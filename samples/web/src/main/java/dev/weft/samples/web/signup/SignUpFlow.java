package dev.weft.samples.web.signup;

import dev.weft.Computation;
import dev.weft.Step;
import dev.weft.samples.web.Flow;
import dev.weft.samples.web.Forms;
import dev.weft.samples.web.Html;
import dev.weft.samples.web.Screen;
import dev.weft.samples.web.signup.Question.AskEmail;
import dev.weft.samples.web.signup.Question.AskName;
import dev.weft.samples.web.signup.Question.Confirm;
import dev.weft.samples.web.signup.Question.Decision;
import dev.weft.samples.web.signup.SignUp.User;
import java.util.function.Consumer;

/** The sign-up in a page. */
public final class SignUpFlow implements Flow, Question.Cases<Screen> {

  @Override
  public String path() {
    return "sign-up";
  }

  @Override
  public String title() {
    return "Sign up";
  }

  @Override
  public String summary() {
    return "Three questions, asked again until the answers are right.";
  }

  @Override
  public Computation<User> start(Consumer<String> log) {
    return SignUpComps.register(new SignUp(log));
  }

  @Override
  public Screen screen(Step<?> step) {
    return step.fold(
        suspended -> ((Question<?>) suspended.value()).on(this),
        completed -> welcome((User) completed.value()),
        thrown -> Forms.failed(thrown.error()),
        cancelled -> Forms.cancelled("Nothing was kept of what you typed."));
  }

  @Override
  public Screen name(AskName ask) {
    Html form =
        Forms.form(
            "Step 1 of 3",
            "What is your name?",
            Forms.input("name", "Name", "text", "name", ask.before(), ask.problem()),
            Forms.NEXT);
    return Screen.asking(ask, "name", form, fields -> fields.text("name"));
  }

  @Override
  public Screen email(AskEmail ask) {
    Html form =
        Forms.form(
            "Step 2 of 3",
            "What is your e-mail address, " + ask.name() + "?",
            Forms.input("email", "E-mail", "email", "email", ask.before(), ask.problem()),
            Forms.NEXT);
    return Screen.asking(ask, "email", form, fields -> fields.text("email"));
  }

  @Override
  public Screen summary(Confirm ask) {
    Html form =
        Forms.form(
            "Step 3 of 3",
            "Is this right?",
            Forms.summary("Name", ask.name(), "E-mail", ask.email()),
            Html.of(
                "%s%s%s",
                Forms.choice(Decision.CREATE, "Create account", true),
                Forms.choice(Decision.CHANGE_NAME, "Change name", false),
                Forms.choice(Decision.CHANGE_EMAIL, "Change e-mail", false)));
    return Screen.asking(ask, "summary", form, fields -> fields.choice(Decision.class, "choice"));
  }

  private static Screen welcome(User user) {
    return Forms.end(
        "done",
        "Welcome, " + user.name() + "!",
        Html.of("<p>Your account is ready. We write to <b>%s</b>.</p>", user.email()));
  }
}
