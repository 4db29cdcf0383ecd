/** The three answers as signs, told apart by shape before colour: check, eye, bar. */
import type { Verdict } from '../../../preload/contract/vocabulary/decision.ts'
import type { Doc } from './doc.ts'
import { amber, green, red } from './type.ts'

export const verdictColor: Readonly<Record<Verdict, string>> = { yes: green, review: amber, no: red }

/** Draws a sign of the given height with its middle left at x, y. */
export function drawSign(doc: Doc, verdict: Verdict, x: number, y: number, size: number): void {
  const r = size / 2
  const cx = x + r
  const color = verdictColor[verdict]
  doc.save()
  if (verdict === 'yes') {
    doc.circle(cx, y, r).fill(color)
    doc
      .lineWidth(size * 0.13)
      .lineCap('round')
      .lineJoin('round')
    doc
      .moveTo(cx - r * 0.45, y + r * 0.02)
      .lineTo(cx - r * 0.1, y + r * 0.38)
      .lineTo(cx + r * 0.48, y - r * 0.34)
      .stroke('#ffffff')
  } else if (verdict === 'review') {
    doc
      .moveTo(cx - r, y)
      .quadraticCurveTo(cx, y - r * 1.45, cx + r, y)
      .quadraticCurveTo(cx, y + r * 1.45, cx - r, y)
      .fill(color)
    doc.circle(cx, y, r * 0.4).fill('#ffffff')
    doc.circle(cx, y, r * 0.18).fill(color)
  } else {
    doc.roundedRect(x, y - r, size, size, size * 0.2).fill(color)
    doc.roundedRect(cx - r * 0.58, y - r * 0.17, r * 1.16, r * 0.34, r * 0.08).fill('#ffffff')
  }
  doc.restore()
}
