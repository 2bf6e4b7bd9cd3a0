package dev.weft.samples.readme;

import dev.weft.AsyncCoroutine;
import dev.weft.Caller;
import dev.weft.CallerScope;
import dev.weft.RunOptions;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.samples.readme.Wizard.User;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The wizards of a server, as docs/hosting.md shows them: one runner a connection. */
final class Sessions {
  private static final RunOptions OPTIONS = RunOptions.defaults().name("sign-up");

  record Session(CallerScope scope, Runner<User> runner) {}

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  void opened(String id, Consumer<Step<?>> page) {
    CallerScope scope = Caller.closeable(message -> page.accept(message.step()));
    Runner<User> runner = AsyncCoroutine.run(WizardComps.register(), id, scope, OPTIONS);
    sessions.put(id, new Session(scope, runner));
  }

  boolean submitted(String id, long number, String text) {
    Session session = sessions.get(id);
    return session != null && session.runner().answer(number, text);
  }

  void closed(String id) {
    Session session = sessions.remove(id);
    if (session != null) {
      session.scope().close();
    }
  }
}
