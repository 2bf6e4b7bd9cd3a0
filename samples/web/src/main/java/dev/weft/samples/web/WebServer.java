package dev.weft.samples.web;

import dev.weft.samples.web.Sessions.Session;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.staticfiles.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves flows.
 *
 * <table>
 * <caption>Addresses</caption>
 * <tr><td>{@code GET /}</td><td>which flows there are</td></tr>
 * <tr><td>{@code POST /flows/sign-up}</td><td>starts one, and goes to its page</td></tr>
 * <tr><td>{@code GET /runs/TAG}</td><td>the page; to reload it is to come back</td></tr>
 * <tr><td>{@code /runs/TAG/socket}</td><td>its socket: see {@link PageSocket}</td></tr>
 * </table>
 */
public final class WebServer implements AutoCloseable {
  /** The cookie that tells users apart. */
  static final String USER = "user";

  private static final int THREADS = 16;

  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final Sessions sessions;
  private final Javalin javalin;

  private WebServer(Settings settings, List<Flow> flows, Consumer<String> log) {
    flows.forEach(flow -> this.flows.put(flow.path(), flow));
    sessions = new Sessions(settings, log);
    javalin = Javalin.create(config -> configure(config, settings));
  }

  /**
   * Starts a server on this machine alone.
   *
   * @param log gets what the flows tell the operator
   */
  public static WebServer start(Settings settings, List<Flow> flows, Consumer<String> log) {
    WebServer server = new WebServer(settings, flows, log);
    server.javalin.start("localhost", settings.port());
    return server;
  }

  /** Its address. */
  public String address() {
    return "http://localhost:" + javalin.port() + "/";
  }

  /** How many flows are going on, or have ended and are still shown. */
  public int flowCount() {
    return sessions.size();
  }

  /** Stops, and cancels all flows. Returns when they have cleaned up, or after five seconds. */
  @Override
  public void close() {
    javalin.stop();
    sessions.close();
  }

  private void configure(JavalinConfig config, Settings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jetty.threadPool = new QueuedThreadPool(THREADS);
    config.http.maxRequestSize = PageSocket.LONGEST_MESSAGE;
    config.jetty.modifyWebSocketServletFactory(
        factory -> PageSocket.limit(factory, settings.idle()));
    config.staticFiles.add("/web", Location.CLASSPATH);

    config.routes.before(WebServer::protect);
    config.routes.get("/", request -> show(request, Layout.start(flows.values())));
    config.routes.post("/flows/{path}", this::startFlow);
    config.routes.get("/runs/{tag}", request -> show(request, Layout.flow(own(request).flow())));
    config.routes.wsBeforeUpgrade("/runs/{tag}/socket", this::admit);
    config.routes.ws(
        "/runs/{tag}/socket", ws -> new PageSocket(sessions, settings.idle()).configure(ws));
    config.routes.error(
        HttpStatus.NOT_FOUND,
        request ->
            show(
                request,
                Layout.message(
                    "There is nothing here",
                    "Nothing was ever here, or you were away for too long: what you had begun is"
                        + " cancelled.")));
  }

  /** Nothing from elsewhere is loaded, and no script runs but our own. */
  private static void protect(Context request) {
    request.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    request.header("X-Content-Type-Options", "nosniff");
    request.header("Referrer-Policy", "same-origin");
  }

  private static void show(Context request, Html page) {
    request
        .header("Cache-Control", "no-store")
        .contentType("text/html; charset=utf-8")
        .result(page.text());
  }

  private void startFlow(Context request) {
    checkOrigin(request);
    Flow flow = flows.get(request.pathParam("path"));
    if (flow == null) {
      throw new NotFoundResponse();
    }
    String user = request.cookie(USER);
    if (user == null) {
      user = sessions.secret();
      // Secure is left out: the sample has no TLS.
      request.cookie(new Cookie(USER, user, "/", -1, false, true, null, SameSite.STRICT));
    }
    Session session = sessions.start(user, flow).orElseThrow(ServiceUnavailableResponse::new);
    request.redirect("/runs/" + session.tag(), HttpStatus.SEE_OTHER);
  }

  private void admit(Context request) {
    checkOrigin(request);
    own(request);
  }

  private Session own(Context request) {
    return sessions
        .find(request.pathParam("tag"), request.cookie(USER))
        .orElseThrow(NotFoundResponse::new);
  }

  /** Browsers say which site a form or a script came from; others' may not act for our users. */
  private static void checkOrigin(Context request) {
    String origin = request.header("Origin");
    if (origin != null && !origin.equals(request.scheme() + "://" + request.host())) {
      throw new ForbiddenResponse();
    }
  }
}
