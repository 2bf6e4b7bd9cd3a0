package dev.weft.samples.web;

/** The parts that screens are made of. */
public final class Forms {
  /** The button of a screen that has only one. */
  public static final Html NEXT = new Html("<button class=\"first\">Next</button>");

  private Forms() {}

  /** A screen's form. Its heading takes the focus if no field of it does. */
  public static Html form(String progress, String heading, Html fields, Html buttons) {
    return Html.of(
        """
        <p class="progress">%s</p>
        <h1 tabindex="-1">%s</h1>
        <form data-live novalidate>%s<p class="buttons">%s</p></form>
        """,
        progress, heading, fields, buttons);
  }

  /**
   * A field to type into.
   *
   * @param type as HTML knows it: decides the keyboard of a phone
   * @param autocomplete as HTML knows it: what the browser may fill in
   * @param problem what is wrong with the value; empty if nothing is
   */
  public static Html input(
      String name, String label, String type, String autocomplete, String value, String problem) {
    if (problem.isEmpty()) {
      return Html.of(
          """
          <p class="field"><label for="%1$s">%2$s</label>
          <input id="%1$s" name="%1$s" type="%3$s" autocomplete="%4$s" value="%5$s" required></p>
          """,
          name, label, type, autocomplete, value);
    }
    return Html.of(
        """
        <p class="field"><label for="%1$s">%2$s</label>
        <input id="%1$s" name="%1$s" type="%3$s" autocomplete="%4$s" value="%5$s" required
        aria-invalid="true" aria-describedby="%1$s-problem">
        <span class="problem" id="%1$s-problem" role="alert">%6$s</span></p>
        """,
        name, label, type, autocomplete, value, problem);
  }

  /** A button that answers with a constant, in the field "choice". */
  public static Html choice(Enum<?> value, String label, boolean first) {
    return Html.of(
        "<button name=\"choice\" value=\"%s\" class=\"%s\">%s</button>",
        value.name(), first ? "first" : "other", label);
  }

  /** Names and values, by turns. */
  public static Html summary(String... namesAndValues) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      rows.append(Html.of("<dt>%s</dt><dd>%s</dd>", namesAndValues[i], namesAndValues[i + 1]));
    }
    return Html.of("<dl>%s</dl>", new Html(rows.toString()));
  }

  /** The last screen of a flow. */
  public static Screen end(String name, String heading, Html content) {
    return Screen.showing(
        name,
        Html.of(
            """
            <h1 tabindex="-1">%s</h1>
            %s
            <p class="buttons"><a class="button first" href="/">Back to the start</a></p>
            """,
            heading, content));
  }

  /** The last screen of a flow that was cancelled. */
  public static Screen cancelled(String what) {
    return end("cancelled", "Cancelled", Html.of("<p>%s</p>", what));
  }

  /** The last screen of a flow that failed for no reason that concerns the user. */
  public static Screen failed(Throwable error) {
    return end(
        "failed",
        "Something went wrong",
        Html.of("<p>It was not your fault (%s).</p>", error.getClass().getSimpleName()));
  }
}
