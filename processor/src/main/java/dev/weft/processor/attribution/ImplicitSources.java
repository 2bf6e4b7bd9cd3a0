package dev.weft.processor.attribution;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/**
 * Sources that nobody has named to the outer compiler, and that it finds where it misses a class:
 * on its source path, or beside class files.
 */
final class ImplicitSources {
  private static final String SUFFIX = ".java";
  private static final List<JavaFileManager.Location> PLACES =
      List.of(StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

  private final Filer filer;
  private final Containers folders = new Containers(SUFFIX);
  private final Set<String> asked = new HashSet<>();

  ImplicitSources(Filer filer) {
    this.filer = filer;
  }

  /** Looks for the sources of the types that a source may name; whether any is known now. */
  boolean learn(String packageName, String text) {
    NamedTypes.in(text, packageName, this::look);
    NamedTypes.imported(text, this::look);
    return !folders.isEmpty();
  }

  private void look(String packageName, String name) {
    String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    String path = folder + name + SUFFIX;
    if (asked.add(path)) {
      file(packageName, name).ifPresent(f -> folders.add(f.toUri(), path));
    }
  }

  private Optional<FileObject> file(String packageName, String name) {
    for (JavaFileManager.Location place : PLACES) {
      try {
        return Optional.of(filer.getResource(place, packageName, name + SUFFIX));
      } catch (IOException | RuntimeException absent) {
        // It may be in the other place.
      }
    }
    return Optional.empty();
  }

  /** The sources of a package, by the qualified names of their types. */
  Map<String, JavaFileObject> of(String packageName) throws IOException {
    Map<String, JavaFileObject> sources = new LinkedHashMap<>();
    for (String name : folders.files(packageName)) {
      file(packageName, name)
          .ifPresent(
              f ->
                  sources.put(
                      packageName.isEmpty() ? name : packageName + "." + name, new Found(f)));
    }
    return sources;
  }

  private static final class Found extends SimpleJavaFileObject {
    private final FileObject file;

    Found(FileObject file) {
      super(file.toUri(), JavaFileObject.Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return file.getCharContent(ignoreEncodingErrors);
    }

    /** The compiler takes the newer one of a source and a class file. */
    @Override
    public long getLastModified() {
      return file.getLastModified();
    }
  }
}
