const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  "' onmouseover='alert(1)",
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<!--<script>',
  ']]><x>&amp;&lt;',
];

const FORMULAS = ['=HYPERLINK("x")', '+1+1', '-2+3', '@SUM(A1)'];

/** A report that attacks whoever opens it, in every place that takes text. */
export const hostile = [
  `---\n机关: =cmd${ATTACKS[0]}\n年度: 2023\n附加行: ${ATTACKS[1]}\n---`,
  `# ${ATTACKS.join('')}2023年政府信息公开工作年度报告`,
  ...ATTACKS,
  `一、${ATTACKS[0]}`,
  `（一）${ATTACKS[2]}。${ATTACKS.join('')}`,
  `（二）${ATTACKS[3]}`,
  `1.${ATTACKS[4]}`,
  '四、政府信息公开行政复议、行政诉讼情况',
  '| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
  `| 行政复议 | ${FORMULAS.join(' | ')} | ${ATTACKS[0]} |`,
  `| 复议后起诉 | ${ATTACKS[1]} | ${FORMULAS[0]} |`,
  `| ${ATTACKS[1]} | ${FORMULAS.join(' | ')} |`,
  '五、附表',
  ...ATTACKS.map((attack) => `| ${attack} | ${FORMULAS.join(' | ')} |`),
].join('\n\n');
