package dev.weft.conformance.fuzz;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Runs javac without touching the disk. */
final class MemoryCompiler {
  /** What javac said. */
  record Message(Diagnostic.Kind kind, String code, String file, long line, String text) {
    boolean isError() {
      return kind == Diagnostic.Kind.ERROR;
    }
  }

  /**
   * What javac made.
   *
   * @param crash what it died of; empty if it did not
   */
  record Result(
      boolean succeeded,
      List<Message> messages,
      Map<String, byte[]> classes,
      Map<String, String> generated,
      String crash) {}

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  MemoryCompiler() {
    try {
      files.setLocationFromPaths(
          StandardLocation.CLASS_PATH,
          Stream.of(Lib.class, Yield.class, Comp.class)
              .map(MemoryCompiler::home)
              .distinct()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Result compile(Map<String, String> sources, boolean withProcessor) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    Outputs outputs = new Outputs(files);
    StringWriter out = new StringWriter();
    List<String> options = new ArrayList<>(List.of("-g"));
    options.addAll(
        withProcessor
            ? List.of("-Xlint:all,-auxiliaryclass,-classfile,-processing")
            : List.of("-proc:none", "-nowarn"));
    List<Text> texts = new ArrayList<>();
    sources.forEach((name, text) -> texts.add(new Text(name, text)));
    boolean succeeded = false;
    String crash = "";
    try {
      JavaCompiler.CompilationTask task = javac.getTask(out, outputs, said, options, null, texts);
      if (withProcessor) {
        task.setProcessors(List.of(weft()));
      }
      succeeded = task.call();
    } catch (RuntimeException | Error e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      crash = trace.toString();
    }
    List<Message> messages = said.getDiagnostics().stream().map(MemoryCompiler::message).toList();
    boolean isSilent = !succeeded && messages.stream().noneMatch(Message::isError);
    return new Result(
        succeeded,
        messages,
        outputs.classes(),
        outputs.generated(),
        crash.isEmpty() && isSilent ? "javac failed in silence: " + out : crash);
  }

  /** By name: these tests are compiled without what the processor itself was compiled with. */
  private static Processor weft() {
    try {
      return (Processor)
          Class.forName("dev.weft.processor.WeftProcessor").getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Message message(Diagnostic<? extends JavaFileObject> said) {
    return new Message(
        said.getKind(),
        String.valueOf(said.getCode()),
        said.getSource() == null ? "" : said.getSource().getName(),
        said.getLineNumber(),
        said.getMessage(Locale.ROOT));
  }

  /** A source, in memory. */
  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("mem:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }

  /** A file that javac writes. */
  private static final class Output extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String name, Kind kind) {
      super(URI.create("mem:///" + name.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public java.io.InputStream openInputStream() {
      return new java.io.ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static final class Outputs extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, Output> made = new LinkedHashMap<>();

    Outputs(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      Output output = new Output(name, kind);
      made.put(name + kind.extension, output);
      return output;
    }

    @Override
    public void close() {
      // The files stay open for the next run.
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> found = new LinkedHashMap<>();
      made.forEach(
          (name, output) -> {
            if (name.endsWith(".class")) {
              found.put(name.substring(0, name.length() - 6), output.bytes.toByteArray());
            }
          });
      return found;
    }

    Map<String, String> generated() {
      Map<String, String> found = new LinkedHashMap<>();
      made.forEach(
          (name, output) -> {
            if (name.endsWith(".java")) {
              found.put(name, output.getCharContent(true).toString());
            }
          });
      return found;
    }
  }
}
