package dev.weft.processor.attribution;

import java.io.IOException;
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

  ImplicitSources(Filer filer) {
    this.filer = filer;
  }

  /**
   * Looks for the sources of the types that a source may name.
   *
   * @param named the qualified names of the types whose sources the outer compiler was given
   * @return whether there are others
   */
  boolean learn(String packageName, String text, Set<String> named) {
    NamedTypes.in(
        text,
        packageName,
        (container, name) -> {
          if (!named.contains(qualified(container, name))) {
            look(container, name);
          }
        });
    return !folders.isEmpty();
  }

  private static String qualified(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  private void look(String packageName, String name) {
    String path = qualified(packageName, name).replace('.', '/') + SUFFIX;
    file(packageName, name).ifPresent(f -> folders.add(f.toUri(), path));
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
      file(packageName, name).ifPresent(f -> sources.put(qualified(packageName, name), source(f)));
    }
    return sources;
  }

  private static JavaFileObject source(FileObject file) {
    return new SimpleJavaFileObject(file.toUri(), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
        return file.getCharContent(ignoreEncodingErrors);
      }
    };
  }
}
