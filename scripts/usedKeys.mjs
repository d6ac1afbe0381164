/** Finds messages that no source uses any more, so that translators never translate for nobody. */
import ts from 'typescript';

/**
 * A key is used when it stands as a whole literal in a source, or when a template such as `label.${key}` fits it and each
 * filled-in part stands as a literal or as a property name somewhere.
 */
export function unusedKeys(keys, sources) {
  const literals = new Set();
  const names = new Set();
  const families = [];
  for (const text of sources) {
    const visit = (node) => {
      if (ts.isStringLiteralLike(node)) literals.add(node.text);
      else if (ts.isTemplateExpression(node)) families.push(...toFamily(node));
      else if (node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('source.tsx', text, ts.ScriptTarget.ES2020));
  }
  const isPart = (part) => literals.has(part) || names.has(part);
  return keys.filter((key) => !literals.has(key) && !families.some((family) => family.exec(key)?.slice(1).every(isPart)));
}

/** The pattern of keys that a template can make. Without a fixed name in front it could make any key, and is no family. */
function toFamily({ head, templateSpans }) {
  if (!/^\w[\w.-]*\.$/.test(head.text)) return [];
  const fixed = [head.text, ...templateSpans.map(({ literal }) => literal.text)];
  return [new RegExp(`^${fixed.map((part) => part.replace(/[^\w\s]/g, '\\$&')).join('(.+)')}$`)];
}
