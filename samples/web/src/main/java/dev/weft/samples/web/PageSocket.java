package dev.weft.samples.web;

import dev.weft.samples.web.live.LiveRun;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * The sockets of pages. From the server come elements, each of which replaces the one in the page
 * that has its id. From the page come forms: the fields of a question with its number, or {@code
 * cancel}. Whoever sends anything else is disconnected.
 */
final class PageSocket {
  /** More than any form of ours, in bytes. */
  static final int LONGEST_MESSAGE = 8 * 1024;

  private static final int POLICY_VIOLATION = 1008;
  private static final int MOST_WAITING_FRAMES = 100;
  private static final String OPEN = "open";

  private record Open(LiveRun run, Page page, Runnable endAside) {}

  private final Sessions sessions;
  private final Duration idle;

  /**
   * Makes one for all connections.
   *
   * @param idle how long a connection may be silent
   */
  PageSocket(Sessions sessions, Duration idle) {
    this.sessions = sessions;
    this.idle = idle;
  }

  /** Limits what a connection may cost. */
  static void limit(JettyWebSocketServletFactory factory, Duration idle) {
    factory.setIdleTimeout(idle);
    factory.setMaxTextMessageSize(LONGEST_MESSAGE);
    factory.setMaxBinaryMessageSize(1);
    factory.setMaxFrameSize(LONGEST_MESSAGE);
    // What a page doesn't read is not piled up for it: see send.
    factory.setMaxOutgoingFrames(MOST_WAITING_FRAMES);
  }

  void configure(WsConfig ws) {
    ws.onConnect(this::opened);
    ws.onMessage(PageSocket::received);
    ws.onBinaryMessage(socket -> refuse(socket));
    ws.onClose(PageSocket::close);
  }

  private void opened(WsConnectContext socket) {
    Optional<Sessions.Session> found =
        sessions.find(socket.pathParam("tag"), socket.cookie(WebServer.USER));
    if (found.isEmpty()) {
      // Admitted a moment ago, and over now.
      refuse(socket);
      return;
    }
    Sessions.Session session = found.get();
    socket.enableAutomaticPings(idle.toMillis() / 3, TimeUnit.MILLISECONDS);
    Page page = new Page(session.flow(), text -> send(socket, text));
    Runnable endAside = session.flow().onAside(page::refreshAside);
    socket.attribute(OPEN, new Open(session.run(), page, endAside));
    page.refreshAside();
    session.run().opened(page);
    if (!socket.session.isOpen()) {
      // Closed while it was opened: nobody may have told the run.
      close(socket);
    }
  }

  /** A page that missed something shows nonsense: it is disconnected, and comes back if it can. */
  private static void send(WsContext socket, String text) {
    Session session = socket.session;
    session.sendText(text, Callback.from(() -> {}, failure -> session.disconnect()));
  }

  private static void received(WsMessageContext socket) {
    Open open = socket.attribute(OPEN);
    if (open == null) {
      return;
    }
    try {
      Fields fields = Fields.parse(socket.message());
      if (fields.has("cancel")) {
        open.run().cancel();
      } else {
        open.page().submitted(fields);
      }
    } catch (Fields.Malformed e) {
      refuse(socket);
    }
  }

  private static void close(WsContext socket) {
    Open open = socket.attribute(OPEN);
    if (open != null) {
      open.endAside().run();
      open.run().closed(open.page());
    }
  }

  private static void refuse(WsContext socket) {
    socket.closeSession(POLICY_VIOLATION, "not what our pages send");
  }
}
