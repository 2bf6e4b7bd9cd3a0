package dev.weft.conformance.programs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.conformance.Answers;
import dev.weft.conformance.Log;
import dev.weft.conformance.Question;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads HTTP/1.1 requests from a connection that delivers bytes as they come, and answers them. */
final class HttpServerSide {

  enum Method {
    GET,
    HEAD,
    POST;

    private static Method of(String name) throws BadRequest {
      try {
        return valueOf(name);
      } catch (IllegalArgumentException e) {
        throw new BadRequest(501, "unknown method " + name);
      }
    }
  }

  record Request(
      Method method, String path, int minor, NavigableMap<String, String> headers, byte... body) {
    boolean keepsAlive() {
      return headers
          .getOrDefault("connection", minor == 1 ? "keep-alive" : "close")
          .equals("keep-alive");
    }

    @Override
    public String toString() {
      return method + " " + path + " " + headers + " " + new String(body, ISO_8859_1);
    }
  }

  static final class BadRequest extends IOException {
    private static final long serialVersionUID = 1;
    final int status;

    BadRequest(int status, String reason) {
      super(reason);
      this.status = status;
    }
  }

  /** Some of the bytes behind an offset, null when the client has closed the connection. */
  record Bytes(int offset) implements Prompt<byte[]>, Question {
    private static final String[] CLIENTS = {
      """
      GET /index.html HTTP/1.1
      Host: example.org
      Accept: text/html,
       */*

      POST /form HTTP/1.1
      content-length: 7
      Connection: close

      a=1&b=2""",
      """
      POST /c HTTP/1.1
      Transfer-Encoding: chunked

      4;x=y
      Wiki
      A
      pedia in ab
      0
      Trailer: yes

      HEAD / HTTP/1.0

      """,
      "BREW /pot HTTP/1.1\n\n",
      "GET /half HTTP/1.1\nHost: exa",
      "GET / HTTP/2.0\n\n",
      "\n\nGET / HTTP/1.1\nNo colon here\n\n",
      "",
    };

    @Override
    public Object answer(Answers answers, long number) {
      String client = CLIENTS[Math.floorMod(answers.variant(), CLIENTS.length)];
      byte[] all = client.replace("\n", "\r\n").getBytes(ISO_8859_1);
      int end = Math.min(all.length, offset + 6 + answers.below(50, number));
      return offset >= all.length ? null : Arrays.copyOfRange(all, offset, end);
    }
  }

  /** Where bytes come from; knows how to read lines and blocks. */
  interface Source {
    /** The next byte, or -1. */
    @Comp
    int read() throws IOException;

    @Comp
    default int readOrFail() throws IOException {
      int b = read();
      if (b < 0) throw new EOFException("in the middle");
      return b;
    }

    @Comp
    default String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int b;
      while ((b = readOrFail()) != '\n') {
        if (b != '\r') line.write(b);
        if (line.size() > 60) throw new BadRequest(431, "long line");
      }
      return line.toString(ISO_8859_1);
    }

    @Comp
    default byte[] block(int size) throws IOException {
      byte[] block = new byte[size];
      int at = 0;
      while (at < size) block[at++] = (byte) readOrFail();
      return block;
    }

    @Comp
    static byte[] chunks(Source source) throws IOException {
      try (ByteArrayOutputStream all = new ByteArrayOutputStream()) {
        for (int size; ; ) {
          String line = source.line();
          int semicolon = line.indexOf(';');
          size = Integer.parseInt(semicolon < 0 ? line : line.substring(0, semicolon), 16);
          if (size == 0) break;
          all.write(source.block(size));
          if (!source.line().isEmpty()) throw new BadRequest(400, "chunk without an end");
        }
        while (!source.line().isEmpty()) {
          // trailers are of no interest
        }
        return all.toByteArray();
      } catch (NumberFormatException e) {
        throw (IOException) new BadRequest(400, "bad chunk size").initCause(e);
      }
    }
  }

  private static final class Socket implements Source, AutoCloseable {
    private final Log log;
    private byte[] buffer = {};
    private int position;
    private int total;

    Socket(Log log) {
      this.log = log;
    }

    @Override
    public int read() throws IOException {
      return position < buffer.length ? buffer[position++] & 0xFF : -1;
    }

    void fill(byte... bytes) {
      buffer = bytes;
      total += bytes.length;
      position = 0;
    }

    @Override
    public void close() {
      log.add("closed after " + total);
    }
  }

  static final class Connection implements Source {
    private final Socket socket;

    private Connection(Socket socket) {
      this.socket = socket;
    }

    @Override
    @Comp
    public int read() throws IOException {
      int b = socket.read();
      if (b >= 0) return b;
      byte[] more = Yield.ask(new Bytes(socket.total));
      if (more == null) {
        return -1;
      }
      socket.fill(more);
      return read();
    }

    @Comp
    private Request request() throws IOException {
      String start;
      do {
        start = line();
      } while (start.isEmpty());
      String[] words = start.split(" ");
      if (words.length != 3) throw new BadRequest(400, start);
      Method method = Method.of(words[0]);
      int minor =
          switch (words[2]) {
            case "HTTP/1.0" -> 0;
            case "HTTP/1.1" -> 1;
            default -> throw new BadRequest(505, words[2]);
          };
      var headers = headers(name -> !name.isBlank() && name.strip().equals(name));
      return new Request(
          method,
          words[1],
          minor,
          headers,
          "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
              ? Source.chunks(this)
              : block(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    }

    @Comp
    private NavigableMap<String, String> headers(Predicate<? super String> accepted)
        throws IOException {
      NavigableMap<String, String> headers = new TreeMap<>();
      String name = null;
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (Character.isWhitespace(line.charAt(0)) && name != null) {
          headers.merge(name, line.strip(), String::concat);
          continue;
        }
        int colon = line.indexOf(':');
        if (colon < 0 || !accepted.test(name = line.substring(0, colon).toLowerCase(Locale.ROOT))) {
          throw new BadRequest(400, "header " + line);
        }
        headers.put(name, line.substring(colon + 1).strip());
      }
      return headers;
    }
  }

  private static void respond(List<String> sent, int status, Object... lines) {
    sent.add(
        status
            + Arrays.stream(lines)
                .map(Object::toString)
                .collect(Collectors.joining("|", "<", ">")));
  }

  @Comp
  static List<String> serve(Log log) {
    List<String> sent = new ArrayList<>();
    Map<Method, Integer> counts = new TreeMap<>();
    try (Socket socket = new Socket(log)) {
      Connection connection = new Connection(socket);
      Request request;
      do {
        request = connection.request();
        log.add(request);
        counts.merge(request.method(), 1, Integer::sum);
        respond(sent, 200, request.path(), request.body().length);
        Yield.emit(sent.get(sent.size() - 1));
      } while (request.keepsAlive());
    } catch (BadRequest e) {
      respond(sent, e.status, e.getMessage(), e.getCause());
    } catch (IOException | NumberFormatException e) {
      respond(sent, 400, e.getMessage());
    } finally {
      log.add("finally " + counts);
    }
    return sent;
  }
}
