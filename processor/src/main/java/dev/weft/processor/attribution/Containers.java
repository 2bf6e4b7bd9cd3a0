package dev.weft.processor.attribution;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Folders and archives with files of one kind, and what lies in them. To read a folder tells what
 * classes a package has; to ask {@code Elements} would load each of them, make javac warn of those
 * whose annotations are not on the class path, and compile those that it has sources of.
 */
final class Containers {
  private final String suffix;
  private final Set<Path> roots = new LinkedHashSet<>();
  private final Map<Path, Map<String, Set<String>>> archives = new HashMap<>();

  /**
   * @param suffix of the files that count
   */
  Containers(String suffix) {
    this.suffix = suffix;
  }

  /**
   * Adds the container of a file.
   *
   * @param file where the file is
   * @param name its path inside the container
   * @return whether the file lies in something that can be listed
   */
  boolean add(URI file, String name) {
    Optional<Path> root = root(file, name);
    root.ifPresent(roots::add);
    return root.isPresent();
  }

  private static Optional<Path> root(URI file, String name) {
    try {
      if ("jar".equals(file.getScheme())) {
        String inside = file.getRawSchemeSpecificPart();
        return Optional.of(Path.of(URI.create(inside.substring(0, inside.lastIndexOf("!/")))));
      }
      if ("file".equals(file.getScheme())) {
        Path path = Path.of(file);
        Path relative = Path.of(name.replace('/', File.separatorChar));
        return path.endsWith(relative) ? upwards(path, relative.getNameCount()) : Optional.empty();
      }
    } catch (RuntimeException notAPath) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Path> upwards(Path path, int levels) {
    Optional<Path> root = Optional.of(path);
    for (int i = 0; i < levels; i++) {
      root = root.map(Path::getParent);
    }
    return root;
  }

  /** Whether there are any. */
  boolean isEmpty() {
    return roots.isEmpty();
  }

  /** The names of the files of a package, without their suffix; of nested classes too. */
  Set<String> files(String packageName) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (Path root : roots) {
      if (Files.isDirectory(root)) {
        addFolder(root.resolve(packageName.replace('.', File.separatorChar)), names);
      } else {
        names.addAll(archive(root).getOrDefault(packageName, Set.of()));
      }
    }
    return names;
  }

  private void addFolder(Path folder, Set<String> names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(f -> f.getFileName().toString())
          .filter(this::isMeant)
          .forEach(f -> names.add(bare(f)));
    }
  }

  private Map<String, Set<String>> archive(Path root) throws IOException {
    Map<String, Set<String>> packages = archives.get(root);
    if (packages == null) {
      packages = read(root);
      archives.put(root, packages);
    }
    return packages;
  }

  private Map<String, Set<String>> read(Path root) throws IOException {
    Map<String, Set<String>> packages = new HashMap<>();
    try (JarFile jar = new JarFile(root.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      jar.versionedStream()
          .map(entry -> entry.getName())
          .filter(this::isMeant)
          .forEach(
              name -> {
                int slash = name.lastIndexOf('/');
                String packageName = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
                packages
                    .computeIfAbsent(packageName, p -> new HashSet<>())
                    .add(bare(name.substring(slash + 1)));
              });
    }
    return packages;
  }

  private boolean isMeant(String file) {
    return file.endsWith(suffix) && !file.endsWith("-info" + suffix);
  }

  private String bare(String file) {
    return file.substring(0, file.length() - suffix.length());
  }
}
