/**
 * Bundles TypeScript for Node: the embedded host and the benches, whose grid engine does not load in Node unbundled. What drives a browser loads in
 * Node, but not bundled: as a module (`.mjs`) it imports its packages as they are.
 */
export async function bundleForNode(entry, outfile) {
  const isModule = outfile.endsWith('.mjs');
  const { build } = await import('esbuild');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    ...(isModule ? { format: 'esm', packages: 'external' } : { format: 'cjs' }),
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
}
