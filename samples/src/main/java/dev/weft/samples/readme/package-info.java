/** The code of README.md; a test holds the two against each other. */
package dev.weft.samples.readme;
