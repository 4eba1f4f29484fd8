import { LanguageSupport, LRLanguage, indentNodeProp, delimitedIndent, foldNodeProp, foldInside } from '@codemirror/language';
import { parser } from '../../script/strategy.grammar';
