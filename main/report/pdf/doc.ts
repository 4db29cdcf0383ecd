/** The document of pdfkit that all drawing is done on. */
import type PDFDocument from 'pdfkit'

export type Doc = InstanceType<typeof PDFDocument>
