package dev.weft.samples.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network between browser and server, which a test can cut. */
final class Wire implements AutoCloseable {
  private final ServerSocket entrance;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** A wire to a port of this machine. */
  Wire(int target) throws IOException {
    this.target = target;
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    run(this::accept);
  }

  /** Where it begins. */
  int port() {
    return entrance.getLocalPort();
  }

  /** Cuts all connections that there are. New ones work. */
  void cut() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = entrance.accept();
      Socket far = new Socket("localhost", target);
      sockets.addAll(List.of(near, far));
      run(() -> copy(near, far));
      run(() -> copy(far, near));
    }
  }

  private static void copy(Socket from, Socket to) throws IOException {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // A cut wire.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }
}
