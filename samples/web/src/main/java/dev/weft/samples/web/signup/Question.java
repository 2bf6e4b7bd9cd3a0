package dev.weft.samples.web.signup;

import dev.weft.Prompt;

/**
 * What the sign-up asks, each with the type of the answer. The set is closed: whoever shows
 * questions writes all {@link Cases}, and a new question does not compile before it is shown. (On
 * JDK 21 and newer, write a {@code switch} instead.)
 */
public sealed interface Question<R> extends Prompt<R> {

  /** Applies the one function that is for this kind of question. */
  <V> V on(Cases<V> cases);

  /** A function for each kind of question. */
  interface Cases<V> {
    /** For the name. */
    V name(AskName ask);

    /** For the e-mail address. */
    V email(AskEmail ask);

    /** For the summary. */
    V summary(Confirm ask);
  }

  /**
   * The user's name.
   *
   * @param before what was answered before; empty at first
   * @param problem what is wrong with that; empty if nothing is
   */
  record AskName(String before, String problem) implements Question<String> {
    @Override
    public <V> V on(Cases<V> cases) {
      return cases.name(this);
    }
  }

  /** The user's e-mail address; the rest is as in {@link AskName}. */
  record AskEmail(String name, String before, String problem) implements Question<String> {
    @Override
    public <V> V on(Cases<V> cases) {
      return cases.email(this);
    }
  }

  /** Whether all that is right. */
  record Confirm(String name, String email) implements Question<Decision> {
    @Override
    public <V> V on(Cases<V> cases) {
      return cases.summary(this);
    }
  }

  /** An answer to {@link Confirm}. */
  enum Decision {
    /** It is. */
    CREATE,
    /** The name is to be another. */
    CHANGE_NAME,
    /** The address is to be another. */
    CHANGE_EMAIL
  }
}
