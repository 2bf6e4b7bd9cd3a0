package dev.weft.samples.web;

import dev.weft.samples.web.Sessions.Session;
import io.javalin.websocket.WsCloseContext;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;

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

  private record Open(Session session, Page page, Runnable endAside) {}

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
    // A page that no longer reads is closed instead of piling up what it doesn't read.
    factory.setMaxOutgoingFrames(MOST_WAITING_FRAMES);
  }

  void configure(WsConfig ws) {
    ws.onConnect(this::opened);
    ws.onMessage(PageSocket::received);
    ws.onBinaryMessage(socket -> refuse(socket));
    ws.onClose(PageSocket::closed);
  }

  private void opened(WsConnectContext socket) {
    Optional<Session> found = sessions.find(socket.pathParam("tag"), socket.cookie(WebServer.USER));
    if (found.isEmpty()) {
      // Admitted a moment ago, and over now.
      refuse(socket);
      return;
    }
    Session session = found.get();
    socket.enableAutomaticPings(idle.toMillis() / 3, TimeUnit.MILLISECONDS);
    Page page = new Page(session.flow(), socket::send);
    Runnable endAside = session.flow().onAside(page::refreshAside);
    socket.attribute(OPEN, new Open(session, page, endAside));
    page.refreshAside();
    session.run().opened(page);
  }

  private static void received(WsMessageContext socket) {
    Open open = socket.attribute(OPEN);
    if (open == null) {
      return;
    }
    try {
      Fields fields = Fields.parse(socket.message());
      if (fields.has("cancel")) {
        open.session().run().cancel();
      } else {
        open.page().submitted(fields);
      }
    } catch (Fields.Malformed e) {
      refuse(socket);
    }
  }

  private static void closed(WsCloseContext socket) {
    Open open = socket.attribute(OPEN);
    if (open != null) {
      open.endAside().run();
      open.session().run().closed(open.page());
    }
  }

  private static void refuse(WsContext socket) {
    socket.closeSession(POLICY_VIOLATION, "not what our pages send");
  }
}
