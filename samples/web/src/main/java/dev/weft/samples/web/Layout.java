package dev.weft.samples.web;

import java.util.Collection;

/** The pages around the screens. */
final class Layout {
  private Layout() {}

  /** The first page: which flows there are. */
  static Html start(Collection<Flow> flows) {
    Html cards =
        Html.of(
            "%s",
            flows.stream()
                .map(
                    flow ->
                        Html.of(
                            """
                            <li><form method="post" action="/flows/%s">
                            <p>%s</p>
                            <p class="buttons"><button class="first">%s</button></p></form></li>
                            """,
                            flow.path(), flow.summary(), flow.title()))
                .toList());
    return page(
        "Weft in a web page",
        Html.of(
            """
            <main><article><h1>Weft in a web page</h1>
            <p>Each of these is one Java method that asks its questions in order and waits for you,
            without a thread. Open as many tabs as you like.</p>
            <ul class="cards">%s</ul></article></main>
            """,
            cards));
  }

  /** The page of a flow. What it shows comes by its socket. */
  static Html flow(Flow flow) {
    return page(
        flow.title(),
        Html.of(
            """
            <script type="module" src="/live.js"></script>
            <p id="connection" role="status"></p>
            <main>
            <article id="step" aria-busy="true"><p>One moment …</p>
            <noscript><p>This page needs JavaScript.</p></noscript></article>
            %s
            </main>
            %s
            """,
            leave(false), aside(flow)));
  }

  /** A page that only says something. */
  static Html message(String heading, String text) {
    return page(
        heading,
        Html.of(
            """
            <main><article><h1>%s</h1><p>%s</p>
            <p class="buttons"><a class="button first" href="/">Back to the start</a></p>
            </article></main>
            """,
            heading, text));
  }

  /** The element that holds a screen. */
  static Html step(Screen screen, long number) {
    return Html.of(
        "<article id=\"step\" data-screen=\"%s\" data-number=\"%s\">%s</article>",
        screen.name(), number, screen.content());
  }

  /** The element that lets the user leave; empty when there is nothing left to leave. */
  static Html leave(boolean possible) {
    return possible
        ? new Html(
            """
            <nav id="leave"><form data-live><input type="hidden" name="cancel" value="yes">
            <button class="quiet">Cancel</button></form></nav>
            """)
        : new Html("<nav id=\"leave\"></nav>");
  }

  /** The element beside the steps. */
  static Html aside(Flow flow) {
    return Html.of("<aside id=\"aside\">%s</aside>", flow.aside());
  }

  private static Html page(String title, Html body) {
    return Html.of(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="stylesheet" href="/style.css">
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        </head>
        <body>
        <header><a href="/">Weft</a></header>
        %s
        </body>
        </html>
        """,
        title, body);
  }
}
